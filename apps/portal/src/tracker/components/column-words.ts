import type { LaneEntry, Lanes } from '#tracker';
import { html } from '../../html.js';
import type { Child } from '../../html.js';
import { recorded, termOf, type TrackerLocale } from '../tracker-locale.js';
import { absent } from './said.js';

/** What each of the three lanes says, in a cell each. */
export function columnWords({ declared, assessed, measured }: Lanes, locale: TrackerLocale): readonly Child[] {
  const { lanes: words } = locale.tracker;
  return [
    declared.declaration ? entryWords(declared.declaration, locale) : termOf('completion', declared.derived, locale),
    assessed.length === 0
      ? html`<span class="missing">${words.noneAssessed}</span>`
      : assessed.map(
          (one, n) =>
            html`${n > 0 && html`<br>`}${entryWords(one, locale)} <span class="aside-inline">(${recorded(one.assessor, locale)})</span>`,
        ),
    measured
      ? measured.completion
        ? termOf('completion', measured.completion, locale)
        : words.noThreshold
      : html`<span class="missing">${words.notMeasured}</span>`,
  ];
}

function entryWords({ completion, legacy, stage, assessment }: LaneEntry, locale: TrackerLocale): Child {
  if (completion === undefined) return absent(assessment.nulls['completion'] ?? 'pendiente', locale);
  const aside = legacy
    ? locale.tracker.lanes.legacy
    : stage === 'final'
      ? undefined
      : termOf('assessmentStage', stage, locale);
  return html`${termOf('completion', completion, locale)}${aside !== undefined && html`<span class="aside">${aside}</span>`}`;
}
