import { type Measured, type Observation, sayScope, sayValue } from '#metrics';
import { metricPath } from '#tracking';
import { notice } from '../../components/notice.js';
import { table } from '../../components/table.js';
import { formatDay } from '../../format/day.js';
import { formatCount } from '../../format/number.js';
import { fill, fillText } from '../../fill.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { pathIn } from '../../links.js';
import { assertionTable } from '../components/assertion-table.js';
import { ruledMetas } from '../components/rule-facts.js';
import { factList, section } from '../components/section.js';
import { termOf, type TrackerLocale, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { MeasuredPageView } from '../tracker-page-view.js';
import { commitmentPath, trackerHref } from '../tracker-paths.js';

/** The commitment that this platform measures: each metric with its question, figures, formula, caveat and way back to the rows. */
export function measuredPage(view: MeasuredPageView): string {
  const locale = trackerLocaleOf(view.site.language);
  const { measured: words } = locale.tracker;
  const { processes, contracts } = view.figures;
  const counts = { processes: formatCount(processes), contracts: formatCount(contracts) };
  const head = {
    path: '/cumplimiento',
    section: 'measured' as const,
    title: words.title,
    description: words.description,
    kicker: words.kicker,
    heading: processes === 0 ? words.headingEmpty : fillText(words.heading, counts),
    onlyToday: true,
    lede: lede(view, locale),
  };
  return trackerPage(view, head, content(view, locale), locale);
}

/** The level of the measured lane; without a rule there is none. */
function lede({ measurements }: MeasuredPageView, locale: TrackerLocale): Html {
  const { lanes, measured: words } = locale.tracker;
  const [completion] = [...measurements.values()].flatMap((one) => one.completion ?? []);
  if (completion === undefined) return html`<strong>${lanes.noThreshold}.</strong> ${words.lede}`;
  return html`<strong>${termOf('completion', completion, locale)}.</strong> ${words.ledeRuled}`;
}

function content(view: MeasuredPageView, locale: TrackerLocale): Html {
  const { measured: words } = locale.tracker;
  const own = view.tracker.plan.commitments.find(({ id }) => view.measurements.has(id));
  return html`${view.dayRefused !== undefined && pastRefused(view, view.dayRefused, locale)}
<p class="prose note">${locale.tracker.commitment.measuredScope}</p>
${rules(view, own?.id, locale)}
${view.measured.map((one) => metric(one, locale))}
${own && section('otras-fuentes', locale.tracker.commitment.others, assertionTable(view, [own.id], locale))}
${section('como-lo-sabemos', locale.tracker.commitment.provenance, how(view, locale))}
${own && html`<p class="take-away"><a href="${trackerHref(view, commitmentPath(own.number))}">${fillText(words.toCommitment, { number: own.number })}</a></p>`}`;
}

/** What sessions have fixed, before everything that is counted. */
function rules(view: MeasuredPageView, commitment: string | undefined, locale: TrackerLocale): Child {
  const found = commitment === undefined ? undefined : view.measurements.get(commitment);
  const words = locale.tracker.commitment.metas;
  return found?.metas && section('metas-medidas', words, ruledMetas(view, found, locale));
}

/** The past is not measured: said to whoever asked for it, with where that day is told. */
function pastRefused(view: MeasuredPageView, day: string, locale: TrackerLocale): Html {
  const { measured: words } = locale.tracker;
  const past = { ...view, tracker: { ...view.tracker, asOf: day } };
  const link = html`<a href="${trackerHref(past, '/compromisos')}">${fillText(words.seePast, { day: formatDay(day, locale) })}</a>`;
  return notice(words.onlyToday, link, words.onlyTodayLabel);
}

function metric({ definition, observations }: Measured, locale: TrackerLocale): Html {
  const { measured: words } = locale.tracker;
  const { language } = locale;
  const { id, name, question, formula, numerator, denominator, caveat, criterion } = definition;
  const [first, ...others] = observations;
  const body = html`${
    first && others.length === 0
      ? onlyFigure(question[language], first, locale)
      : observationTable(question[language], observations, locale)
  }
<p class="note">${caveat[language]}</p>
<details class="formula"><summary>${words.howComputed}</summary>
${factList([
  [words.formula, formula[language]],
  [words.numerator, numerator[language]],
  [words.denominator, denominator?.[language] ?? words.noDenominator],
  [words.criterion, criterion[language]],
  [words.again, html`<a href="${metricPath(id)}">${metricPath(id)}</a>`],
])}
</details>`;
  return section(id.toLowerCase(), name[language], body);
}

/** A metric of one figure needs no table. */
function onlyFigure(question: string, observation: Observation, locale: TrackerLocale): Html {
  const [, value, fraction, rows] = observationRow(observation, locale);
  return html`<p class="only-figure"><strong>${question}</strong> <span class="figure">${value}</span> ${fraction !== '' && html`<span class="aside-inline">(${fraction})</span> `}${rows}</p>`;
}

function observationTable(caption: string, observations: readonly Observation[], locale: TrackerLocale): Html {
  const { measured: words } = locale.tracker;
  const columns = [
    { label: words.part },
    { label: words.value, kind: 'figure' as const },
    { label: words.fraction, kind: 'figure' as const },
    { label: words.rows, kind: 'link' as const },
  ];
  return table({ caption, columns, rows: observations.map((one) => observationRow(one, locale)) });
}

function observationRow(observation: Observation, locale: TrackerLocale): readonly Child[] {
  const { measured: words } = locale.tracker;
  const { value, numerator, denominator, rows } = observation;
  const told = sayValue(observation, locale.language);
  return [
    sayScope(observation, locale.language) ?? words.all,
    value === null ? html`<span class="missing">${told}</span>` : told,
    denominator === null || numerator === null ? '' : fractionText(observation, numerator, denominator, locale),
    rows === undefined ? '' : html`<a href="${pathIn(locale.language, rows)}">${words.see}</a>`,
  ];
}

function fractionText({ unit }: Observation, numerator: string, denominator: string, locale: TrackerLocale): string {
  const whole = formatCount(Number(denominator));
  if (unit === 'days') return fillText(locale.tracker.measured.over, { n: whole });
  return `${formatCount(Number(numerator))} ÷ ${whole}`;
}

function how({ figures }: MeasuredPageView, { tracker }: TrackerLocale): Html {
  const { measured: words } = tracker;
  const { datasetHash, releases, asOf } = figures;
  return html`<p class="prose">${fill(words.dataset, { releases: formatCount(releases), instant: html`<time datetime="${asOf}">${asOf.replace('T', ' ').replace('Z', ' UTC')}</time>` })}</p>
<p><span class="code hash">${datasetHash}</span></p>
<p class="note">${words.hashNote}</p>
<p class="take-away"><a href="/api/v1/metrics">${words.json}</a></p>`;
}
