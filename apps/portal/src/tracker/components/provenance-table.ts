import { provenanceOf, type Recorded } from '#tracker';
import { table } from '../../components/table.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { recorded, termOf, type TrackerLocale } from '../tracker-locale.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { publisherOf } from './source-mark.js';

const OF_THE_RECORD: ReadonlySet<string> = new Set(['id', 'from', 'fieldFrom', 'nulls', 'notes', 'placeholder']);

/** Where each field of something comes from: source, place, quote, and whether the source says it or it was inferred. */
export function provenanceTable(view: TrackerPageView, item: Recorded, locale: TrackerLocale): Html {
  const { provenance: words } = locale.tracker;
  const { plan } = view.tracker;
  const present = Object.keys(item).filter((field) => !OF_THE_RECORD.has(field));
  const fields = [...present, ...Object.keys(item.nulls).filter((field) => !present.includes(field))];
  const publishers = new Set(fields.map((field) => publisherOf(provenanceOf(item, field).source, plan)));
  const only = publishers.size === 1 && [...publishers][0];
  const columns = [{ label: words.field }, { label: words.source }, { label: words.place }, { label: words.kind }];
  const names: Readonly<Record<string, string>> = locale.tracker.fields;
  const rows = fields.map((field) => {
    const { source, locator, quote, kind, note } = provenanceOf(item, field);
    const reason = item.nulls[field];
    return [
      Object.hasOwn(names, field) ? (names[field] ?? field) : field,
      only ? '' : recorded(publisherOf(source, plan), locale),
      html`${locator ?? words.wholeSource}${quote !== undefined && html`, «${recorded(quote, locale)}»`}${note !== undefined && html`<span class="aside">${recorded(note, locale)}</span>`}`,
      reason === undefined
        ? termOf('assertionKind', kind, locale)
        : html`<span class="missing">${termOf('nullReason', reason, locale)}</span>`,
    ];
  });
  return html`${only && html`<p>${words.source}: ${recorded(only, locale)}</p>`}${table({ caption: words.caption, columns, rows })}
${(item.notes ?? []).map((text) => html`<p class="note">${recorded(text, locale)}</p>`)}`;
}
