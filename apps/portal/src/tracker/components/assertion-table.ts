import { missing } from '../../components/notice.js';
import { table } from '../../components/table.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { webAddress } from '../../links.js';
import { recorded, type TrackerLocale } from '../tracker-locale.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { titleOf } from '../find-in-plan.js';
import { publisherOf } from './source-mark.js';

/** What other sources say of some things; of everything where none are named. It never overrides what was reported. */
export function assertionTable(view: TrackerPageView, about: readonly string[] | 'all', locale: TrackerLocale): Html {
  const { plan } = view.tracker;
  const { others: words } = locale.tracker;
  const told = plan.assertions.filter((one) => about === 'all' || about.includes(one.about));
  if (told.length === 0) return missing(words.none);
  const columns = [{ label: words.says }, { label: words.about }, { label: words.who }, { label: words.certainty }];
  const rows = told.map(({ text, about: id, from, certainty }) => {
    const url = webAddress(plan.sources.find((one) => one.id === from.source)?.url);
    const who = recorded(publisherOf(from.source, plan), locale);
    return [
      recorded(text, locale),
      recorded(titleOf(plan, id), locale),
      url === undefined ? who : html`<a href="${url}" rel="external">${who}</a>`,
      certainty === undefined ? '' : recorded(certainty, locale),
    ];
  });
  return html`<p class="note">${words.note}</p>
${table({ caption: words.caption, columns, rows })}`;
}
