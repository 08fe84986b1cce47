import type { LaneEntry, Lanes } from '#tracker';
import { dayInText } from '../../components/day.js';
import { table } from '../../components/table.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { recorded, termOf, type TrackerLocale } from '../tracker-locale.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { titleOf } from '../find-in-plan.js';
import { pageOf } from './page-of.js';
import { absent, partialDay } from './said.js';
import { sourceMark } from './source-mark.js';

/** Whoever speaks in each lane, in their words, and what the implementer replied. */
export function laneTable(view: TrackerPageView, { declared, assessed, measured }: Lanes, locale: TrackerLocale): Html {
  const { lanes: words } = locale.tracker;
  const columns = [{ label: words.lane }, { label: words.says }, { label: words.who }, { label: words.reply }];
  const entries = [...(declared.declaration ? [declared.declaration] : []), ...assessed];
  const rows: readonly (readonly Child[])[] = [
    ...entries.map((entry) => entryRow(view, entry, locale)),
    [words.derived, termOf('completion', declared.derived, locale), words.byRule, ''],
    [
      termOf('lane', 'medicion', locale),
      measured
        ? measured.completion
          ? termOf('completion', measured.completion, locale)
          : words.noThreshold
        : words.notMeasured,
      measured ? html`${words.byRule}, ${dayInText(measured.on, locale)}` : '',
      '',
    ],
  ];
  return html`${table({ caption: words.caption, columns, rows })}
<p class="note">${words.note}</p>`;
}

function entryRow(view: TrackerPageView, entry: LaneEntry, locale: TrackerLocale): readonly Child[] {
  const { lane, assessor, completion, stage, legacy, assessment } = entry;
  const { plan } = view.tracker;
  const { narrative, deliveredIn, publishedOn, reply, from } = assessment;
  const level =
    completion === undefined
      ? absent(assessment.nulls['completion'] ?? 'pendiente', locale)
      : html`${termOf('completion', completion, locale)}${stage !== 'final' && ` (${termOf('assessmentStage', stage, locale)})`}`;
  const delivered =
    deliveredIn !== undefined &&
    html`, <a href="${pageOf(view, deliveredIn) ?? ''}">${recorded(titleOf(plan, deliveredIn), locale)}</a>`;
  return [
    termOf('lane', lane, locale),
    html`${level}${narrative !== undefined && html`. «${recorded(narrative, locale)}»`}${sourceMark(from, plan, locale)}${legacy && html`<span class="aside">${locale.tracker.lanes.legacy}</span>`}`,
    html`${recorded(assessor, locale)}${publishedOn && html`, ${partialDay(publishedOn, locale)}`}${delivered}`,
    reply
      ? html`${termOf('replyAgreement', reply.agrees, locale)}: ${recorded(reply.text, locale)} (${dayInText(reply.on, locale)})`
      : html`<span class="missing">${locale.tracker.lanes.noReply}</span>`,
  ];
}
