import type { PlanRecord, Provenance } from '#tracker';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import type { TrackerLocale } from '../tracker-locale.js';

/** Where a fact comes from, briefly: the lines of the report, or who else says so. */
export function sourceMark(
  { source, locator, kind }: Provenance,
  plan: Pick<PlanRecord, 'sources'>,
  { tracker: words }: TrackerLocale,
): Html {
  const place = locator ?? publisherOf(source, plan);
  return html` <span class="source-mark">${place}${kind === 'inferido' && ` · ${words.said.inferred}`}</span>`;
}

/** Who published a source. */
export function publisherOf(id: string, { sources }: Pick<PlanRecord, 'sources'>): string {
  const found = sources.find((one) => one.id === id);
  return found?.publisher ?? found?.title ?? id;
}
