import { type LaneEntry, type Lanes, levelOf, type Measurement } from '#tracker';
import { bar } from '../../components/bar.js';
import { formatDay } from '../../format/day.js';
import { fill, fillText, pluralOf } from '../../fill.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { recorded, termOf, type TrackerLocale } from '../tracker-locale.js';
import { absent, partialDayText } from './said.js';

const MOST = '4';

/** Declarado · evaluado · medido: what each says in words, how far that is, who says it and when; then where they differ. */
export function laneTrio(lanes: Lanes, locale: TrackerLocale): Html {
  const { declared, assessed, measured } = lanes;
  return html`<dl class="lanes">
<div class="lane"><dt>${termOf('laneColumn', 'declarado', locale)}</dt>${
    declared.declaration ? entryLines(declared.declaration, locale) : derivedLines(declared.derived, locale)
  }</div>
<div class="lane"><dt>${termOf('laneColumn', 'evaluado', locale)}</dt>${
    assessed.length === 0
      ? said(html`<span class="missing">${locale.tracker.lanes.noneAssessed}</span>`)
      : assessed.map((one) => entryLines(one, locale))
  }</div>
<div class="lane"><dt>${termOf('laneColumn', 'medido', locale)}</dt>${measuredLines(measured, locale)}</div>
</dl>
${discrepancyNotes(lanes, locale)}`;
}

/** Where lanes differ, in words. */
export function discrepancyNotes({ discrepancies }: Pick<Lanes, 'discrepancies'>, locale: TrackerLocale): Child {
  const { lanes: words } = locale.tracker;
  const nameOf = (lane: (typeof discrepancies)[number]['between'][number]) =>
    lane === 'derivado' ? words.derivedName : termOf('lane', lane, locale);
  return discrepancies.map(({ between: [first, second], levels }) => {
    const between = { first: nameOf(first), second: nameOf(second), n: levels };
    return html`<p class="attention"><strong>${words.discrepancy}</strong> ${fillText(pluralOf(words.between, levels), between)}</p>`;
  });
}

function said(...lines: readonly Child[]): Html {
  return html`<dd>${lines.map((line, n) => (n === 0 ? line : html`<span class="lane-aside">${line}</span>`))}</dd>`;
}

function entryLines(entry: LaneEntry, locale: TrackerLocale): Html {
  const { assessor, completion, legacy, stage, assessment } = entry;
  const who = html`${recorded(assessor, locale)}${assessment.publishedOn && `, ${partialDayText(assessment.publishedOn, locale)}`}`;
  if (completion === undefined) return said(absent(assessment.nulls['completion'] ?? 'pendiente', locale), who);
  const level = html`<span class="${legacy ? 'level unproven' : 'level'}">${bar(String(levelOf(completion)), MOST)}</span>`;
  const word = html`<strong>${termOf('completion', completion, locale)}</strong>${stage !== 'final' && ` (${termOf('assessmentStage', stage, locale)})`}`;
  return said(html`${word}${level}`, ...(legacy ? [locale.tracker.lanes.legacy] : []), who);
}

function derivedLines(derived: Lanes['declared']['derived'], locale: TrackerLocale): Html {
  return said(html`<strong>${termOf('completion', derived, locale)}</strong>`, locale.tracker.lanes.derivedBy);
}

function measuredLines(measured: Measurement | undefined, locale: TrackerLocale): Html {
  const { lanes: words, rules } = locale.tracker;
  if (!measured) return said(html`<span class="missing">${words.notMeasured}</span>`);
  const { completion, metas = [], figures } = measured;
  const verdict =
    completion === undefined
      ? html`<strong>${words.noThreshold}</strong>`
      : html`<strong>${termOf('completion', completion, locale)}</strong><span class="level">${bar(String(levelOf(completion)), MOST)}</span>`;
  const ruled = metas.flatMap(({ title, outcome, rule }) => {
    if (outcome === undefined || !rule) return [];
    const told = {
      session: recorded(rule.sessionName, locale),
      outcome: termOf('ruleOutcome', outcome, locale).toLowerCase(),
    };
    return [
      html`«${recorded(title, locale)}». ${fill(rules.verdict, told)}. ${rule.label}: ${rule.value}; ${rule.threshold}`,
    ];
  });
  const [first] = figures;
  const shown = ruled.length > 0 ? ruled : first ? [`${first.label}: ${first.value}`] : [];
  return said(verdict, ...shown, fillText(words.measuredOn, { day: formatDay(measured.on, locale) }));
}
