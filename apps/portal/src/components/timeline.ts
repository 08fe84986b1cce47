import { formatCount } from '../format/number.js';
import { fill, fillText, pluralOf } from '../fill.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import type { Locale } from '../locale.js';
import type { StageEntry, StageEvent } from '../story/timeline.js';
import { dayInText } from './day.js';

/** The five stages side by side (one below the other when narrow), with days between and what is missing. */
export function timeline(entries: readonly StageEntry[], direct: boolean, locale: Locale): Html {
  return html`<ol class="timeline">${entries.map(
    (entry) => html`<li class="${entry.reached ? 'reached' : 'unreached'}">
<h3>${locale.words.stage[entry.stage]}</h3>
${sinceEarlier(entry, locale)}
${entry.events.map((event) => stageEvent(event, locale))}
${whatIsMissing(entry, direct, locale)}
</li>
`,
  )}</ol>`;
}

function stageEvent(event: StageEvent, locale: Locale): Html {
  const { words } = locale;
  const n = event.count ?? 1;
  const label = fillText(pluralOf(words.timeline.events[event.kind], n), { n: formatCount(n) });
  return html`<p class="event"><span class="event-label">${label}</span> ${daysOf(event, locale)}</p>
${event.until !== undefined && event.until < event.day && html`<p class="attention">${words.timeline.reversed}</p>`}
${(event.undated ?? 0) > 0 && html`<p class="missing">${undated(event.undated ?? 0, locale)}</p>`}`;
}

function daysOf({ day, until }: StageEvent, locale: Locale): Html {
  if (until === undefined || until === day) return dayInText(day, locale);
  return fill(locale.words.common.fromTo, { from: dayInText(day, locale), to: dayInText(until, locale) });
}

function undated(n: number, { words }: Locale): string {
  return fillText(pluralOf(words.timeline.undated, n), { n: formatCount(n) });
}

function sinceEarlier({ since }: StageEntry, { words }: Locale): Html | false {
  if (since === undefined) return false;
  const stage = words.timeline.theStage[since.stage];
  const days = Math.abs(since.days);
  if (since.days === 0) return html`<p class="since">${fillText(words.timeline.sameDay, { stage })}</p>`;
  const wording = since.days > 0 ? words.timeline.since : words.timeline.before;
  const text = fillText(pluralOf(wording, days), { n: formatCount(days), stage });
  return since.days > 0 ? html`<p class="since">${text}</p>` : html`<p class="attention">${text}</p>`;
}

function whatIsMissing(
  { stage, reached, skipped, events }: StageEntry,
  direct: boolean,
  { words }: Locale,
): Html | false {
  if (events.length > 0) return false;
  if (stage === 'tender' && direct && (reached || skipped))
    return html`<p class="missing">${words.timeline.direct}</p>`;
  const text = reached ? words.timeline.missing[stage] : skipped ? words.timeline.skipped : words.timeline.notReached;
  return html`<p class="missing">${text}</p>`;
}
