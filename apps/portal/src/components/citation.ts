import { dayOf } from '#ocds';
import { fillText } from '../fill.js';
import { formatDay } from '../format/day.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { pathIn, processAtPath, processPath } from '../links.js';
import type { Locale } from '../locale.js';
import type { ProcessStory } from '../story/process-story.js';
import type { ProcessView } from '../views.js';
import { processTitle } from './process-head.js';

/** How to cite a process as it is now: plain text with an address that will go on showing this, and a way to copy it. */
export function citation(story: ProcessStory, view: ProcessView, locale: Locale): Html {
  const { words, language } = locale;
  const last = view.asOf ?? view.releases.at(-1);
  const day = dayOf(last?.date);
  const path = last === undefined ? processPath(view.ocid) : processAtPath(view.ocid, last.id);
  const text = [
    story.buyer ?? words.row.noBuyer,
    `«${processTitle(story, view, words)}»`,
    `ocid ${view.ocid}`,
    day === undefined ? undefined : fillText(words.cite.release, { day: formatDay(day, locale) }),
    words.site.name,
    view.site.origin + pathIn(language, path),
  ].filter((part) => part !== undefined);
  return html`<p class="prose">${words.cite.lede}</p>
<p class="citation"><span data-copy="${words.process.copy}" data-copied="${words.process.copied}">${text.join('. ')}</span></p>`;
}
