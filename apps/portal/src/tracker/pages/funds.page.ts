import type { Fund } from '#tracker';
import { missing } from '../../components/notice.js';
import { table } from '../../components/table.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { assertionTable } from '../components/assertion-table.js';
import { issueNotes } from '../components/issue-notes.js';
import { pageOf } from '../components/page-of.js';
import { absent, orAbsent, quantity } from '../components/said.js';
import { factList, section } from '../components/section.js';
import { sourceMark } from '../components/source-mark.js';
import { organisationName, titleOf } from '../find-in-plan.js';
import { recorded, termOf, type TrackerLocale, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';

const AMOUNTS = ['agreed', 'transferred', 'exercised'] as const;

/** The money of the plan: agreed, transferred and spent, which are never one figure. */
export function fundsPage(view: TrackerPageView): string {
  const locale = trackerLocaleOf(view.site.language);
  const { funds: words } = locale.tracker;
  const { funds } = view.tracker.plan;
  const head = {
    path: '/recursos',
    section: 'funds' as const,
    title: words.title,
    heading: words.heading,
    lede: words.lede,
  };
  const body = html`${funds.length === 0 && missing(words.none)}${funds.map((one) => section(one.id, words.one, fundFacts(view, one, locale)))}
${section(
  'otras-fuentes',
  locale.tracker.commitment.others,
  assertionTable(
    view,
    funds.map(({ id }) => id),
    locale,
  ),
)}`;
  return trackerPage(view, head, body, locale);
}

function fundFacts(view: TrackerPageView, fund: Fund, locale: TrackerLocale): Html {
  const { fields, funds: words } = locale.tracker;
  const { plan } = view.tracker;
  const { id, name, origin, fiscalYear, purpose, executor, approvedIn, notes = [], nulls, from } = fund;
  const columns = [{ label: words.moment }, { label: words.amount, kind: 'figure' as const }];
  const rows = AMOUNTS.map((moment): readonly Child[] => {
    const said = fund[moment];
    return [termOf('fundAmount', moment, locale), orAbsent(said && quantity(said, locale), fund, moment, locale)];
  });
  const text = (value: string | undefined) => value && recorded(value, locale);
  return html`<h3 class="part">${recorded(name, locale)}${sourceMark(from, plan, locale)}</h3>
${table({ caption: words.caption, columns, rows })}
${factList([
  [fields.origin, orAbsent(text(origin), fund, 'origin', locale)],
  [fields.fiscalYear, orAbsent(fiscalYear && String(fiscalYear), fund, 'fiscalYear', locale)],
  [fields.purpose, orAbsent(text(purpose), fund, 'purpose', locale)],
  [fields.executor, orAbsent(executor && text(organisationName(plan, executor)), fund, 'executor', locale)],
  [
    fields.approvedIn,
    orAbsent(
      approvedIn && html`<a href="${pageOf(view, approvedIn) ?? ''}">${text(titleOf(plan, approvedIn))}</a>`,
      fund,
      'approvedIn',
      locale,
    ),
  ],
  [fields.counterparty, absent(nulls['counterparty'], locale)],
  [fields.signedOn, absent(nulls['signedOn'], locale)],
  [fields.transferredOn, absent(nulls['transferredOn'], locale)],
  [fields.breakdown, absent(nulls['breakdown'], locale)],
])}
${notes.map((note) => html`<p class="note">${recorded(note, locale)}</p>`)}
${issueNotes(view, [id], locale)}`;
}
