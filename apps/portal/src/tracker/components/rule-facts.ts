import type { MeasuredMeta, Measurement, MetricRule } from '#tracker';
import { findReadable } from '#metrics';
import { dayInText } from '../../components/day.js';
import { fill } from '../../fill.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { recorded, termOf, type TrackerLocale } from '../tracker-locale.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { trackerHref } from '../tracker-paths.js';
import { titleOf } from '../find-in-plan.js';
import { pageOf } from './page-of.js';
import { factList } from './section.js';
import { sessionLink } from './session-of.js';

/** The measured milestones of a commitment: the rule that a session fixed, the figure, what it comes to, how to compute it again. */
export function ruledMetas(view: TrackerPageView, { metas = [] }: Measurement, locale: TrackerLocale): Child {
  return metas.map(
    (one) =>
      html`<h3 class="part"><a href="${trackerHref(view, `/metas/${encodeURIComponent(one.milestone)}`)}">${recorded(one.title, locale)}</a></h3>
${ruleFacts(view, one, locale)}`,
  );
}

/** What the rule of a measured milestone says today. */
export function ruleFacts(view: TrackerPageView, { outcome, rule }: MeasuredMeta, locale: TrackerLocale): Html {
  const { rules: words, lanes } = locale.tracker;
  if (!rule || outcome === undefined) return html`<p>${lanes.noThreshold}.</p>`;
  const { label, threshold, value, formula, session, since, datasetHash, url } = rule;
  return html`<p><strong>${fill(words.verdict, { session: sessionLink(view, session, locale), outcome: termOf('ruleOutcome', outcome, locale).toLowerCase() })}</strong></p>
${factList([
  [words.figure, label],
  [words.value, outcome === 'sin_dato' ? html`<span class="missing">${value}</span>` : value],
  [words.threshold, threshold],
  [words.since, dayInText(since, locale)],
  [words.formula, formula],
  [words.data, html`<span class="code hash">${datasetHash}</span>`],
  [words.again, html`<a href="${url}">${url}</a>`],
])}`;
}

/** Every rule that a milestone has had, the latest first. */
export function ruleHistory(view: TrackerPageView, milestone: string, locale: TrackerLocale): Child {
  const { metricRules } = view.tracker.plan;
  const own = metricRules.filter((one) => one.milestone === milestone).toReversed();
  if (own.length === 0) return html`<p>${locale.tracker.rules.none}</p>`;
  return html`<ul class="plain-list">${own.map((one) => html`<li>${ruleLine(view, one, locale)}</li>`)}</ul>`;
}

/** The rules that a session fixed, each with the milestone that it moves; nothing where it fixed none. */
export function rulesOfSession(view: TrackerPageView, session: string, locale: TrackerLocale): Child {
  const { plan } = view.tracker;
  const own = plan.metricRules.filter((one) => one.session === session);
  if (own.length === 0) return undefined;
  return html`<h3 class="part">${locale.tracker.sessions.rules}</h3>
<ul class="plain-list">${own.map(
    (one) =>
      html`<li><a href="${pageOf(view, one.milestone) ?? ''}">${recorded(titleOf(plan, one.milestone), locale)}</a>: ${ruleLine(view, one, locale)}</li>`,
  )}</ul>`;
}

function ruleLine(view: TrackerPageView, rule: MetricRule, locale: TrackerLocale): Html {
  const { metric, comparator, threshold, session, since } = rule;
  const figure = findReadable(rule)?.label[locale.language] ?? '';
  const limit = `${termOf('metricComparator', comparator, locale)} ${threshold}`;
  return html`${fill(locale.tracker.rules.line, { day: dayInText(since, locale), figure: `${metric} ${figure}`, limit, session: sessionLink(view, session, locale) })}`;
}
