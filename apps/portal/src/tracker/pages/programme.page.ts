import type { Programme, ProgrammeSite } from '#tracker';
import { missing } from '../../components/notice.js';
import { table } from '../../components/table.js';
import { fillText } from '../../fill.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { assertionTable } from '../components/assertion-table.js';
import { issueNotes } from '../components/issue-notes.js';
import { pageOf } from '../components/page-of.js';
import { absent, orAbsent, quantity } from '../components/said.js';
import { factList, section } from '../components/section.js';
import { sourceMark } from '../components/source-mark.js';
import { organisationName, titleOf } from '../find-in-plan.js';
import { recorded, type TrackerLocale, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { municipalitySlug, trackerHref } from '../tracker-paths.js';

/** The laboratory that travelled: who ran it, where, on what, with which proposals, and what came of them. */
export function programmePage(view: TrackerPageView): string {
  const locale = trackerLocaleOf(view.site.language);
  const { programme: words } = locale.tracker;
  const { programmes, programmeSites } = view.tracker.plan;
  const [first] = programmes;
  const head = {
    path: '/liiga',
    section: 'programme' as const,
    title: first?.shortName ?? words.title,
    heading: first ? recorded(first.name, locale) : words.headingNone,
    ...(first?.purpose !== undefined && { lede: recorded(first.purpose, locale) }),
  };
  const ids = [...programmes, ...programmeSites, ...view.tracker.plan.programmeComponents].map(({ id }) => id);
  const body = html`${programmes.length === 0 && html`<div class="found">${missing(words.none)}</div>`}${programmes.map((one) => programmeSections(view, one, locale))}
${section('inconsistencias', locale.tracker.commitment.issues, issueNotes(view, ids, locale))}
${section('otras-fuentes', locale.tracker.commitment.others, assertionTable(view, ids, locale))}`;
  return trackerPage(view, head, body, locale);
}

function programmeSections(view: TrackerPageView, programme: Programme, locale: TrackerLocale): Html {
  const { programme: words } = locale.tracker;
  return html`${section('datos', locale.tracker.commitment.facts, facts(view, programme, locale))}
${section('municipios', words.sites, siteTable(view, programme, locale))}
${section('componentes', words.components, components(view, programme, locale))}
${section('eventos', words.events, events(view, programme, locale))}`;
}

function facts(view: TrackerPageView, programme: Programme, locale: TrackerLocale): Html {
  const { fields } = locale.tracker;
  const { plan } = view.tracker;
  const { aliases = [], lead, funding, fund, productFates = [], finalPhase, nulls, from, fieldFrom } = programme;
  const text = (value: string | undefined) => value && recorded(value, locale);
  return factList([
    [fields.aliases, aliases.length === 0 ? '—' : recorded(aliases.join(' · '), locale)],
    [fields.lead, orAbsent(lead && text(organisationName(plan, lead)), programme, 'lead', locale)],
    [
      fields.funding,
      html`${orAbsent(text(funding), programme, 'funding', locale)}${fund !== undefined && html`<span class="aside"><a href="${pageOf(view, fund) ?? ''}">${text(titleOf(plan, fund))}</a>${fieldFrom['fund'] && sourceMark(fieldFrom['fund'], plan, locale)}</span>`}`,
    ],
    [fields.finalPhase, orAbsent(text(finalPhase), programme, 'finalPhase', locale)],
    [fields.productFates, html`<ul class="plain-list">${productFates.map((one) => html`<li>${text(one)}</li>`)}</ul>`],
    ...(['cost', 'participants', 'products', 'delivery'] as const).map(
      (name) => [fields[name], absent(nulls[name], locale)] as const,
    ),
    [fields.source, sourceMark(from, plan, locale)],
  ]);
}

function siteTable(view: TrackerPageView, { id }: Programme, locale: TrackerLocale): Html {
  const { programme: words } = locale.tracker;
  const columns = [
    { label: words.municipality },
    { label: words.workshops, kind: 'figure' as const },
    { label: words.topics, kind: 'figure' as const },
    { label: words.proposals, kind: 'figure' as const },
  ];
  const sites = view.tracker.plan.programmeSites.filter(({ programme }) => programme === id);
  const rows = sites.map((site): readonly Child[] => [
    html`<a href="${trackerHref(view, `/liiga/${municipalitySlug(site.municipality)}`)}">${site.municipality}</a>`,
    orAbsent(site.workshops && String(site.workshops.value), site, 'workshops', locale),
    `${site.topics.length}${site.topicsIncomplete ? ` (${words.amongOthers})` : ''}`,
    orAbsent(
      site.proposals && `${site.proposals.length}${site.proposalsIncomplete ? ` (${words.amongOthers})` : ''}`,
      site,
      'proposals',
      locale,
    ),
  ]);
  return table({ caption: words.sitesCaption, columns, rows });
}

function components({ tracker: { plan } }: TrackerPageView, { id }: Programme, locale: TrackerLocale): Html {
  const { fields } = locale.tracker;
  const own = plan.programmeComponents.filter(({ programme }) => programme === id);
  return html`<ul class="plain-list">${own.map(
    ({ title, parts = [], nulls, from }) =>
      html`<li>${recorded(title, locale)}${sourceMark(from, plan, locale)}<span class="aside">${parts.length > 0 && html`${recorded(parts.join(' · '), locale)} · `}${fields.cost}: ${absent(nulls['cost'], locale)}</span></li>`,
  )}</ul>`;
}

function events(view: TrackerPageView, { id }: Programme, locale: TrackerLocale): Html {
  const own = view.tracker.plan.events.filter(({ programme }) => programme === id);
  return html`<ul class="plain-list">${own.map((one) => html`<li><a href="${trackerHref(view, `/eventos#${one.id}`)}">${recorded(one.title, locale)}</a></li>`)}</ul>`;
}

/** One municipality of the laboratory. */
export function programmeSitePage(view: TrackerPageView, site: ProgrammeSite): string {
  const locale = trackerLocaleOf(view.site.language);
  const { programme: words, fields } = locale.tracker;
  const { plan } = view.tracker;
  const {
    municipality,
    inegi,
    workshops,
    topics,
    topicsIncomplete,
    mainConcern,
    proposals,
    proposalsIncomplete,
    nulls,
    from,
    fieldFrom,
  } = site;
  const list = (texts: readonly string[], incomplete: boolean | undefined) =>
    html`<ul class="plain-list">${texts.map((one) => html`<li>${recorded(one, locale)}</li>`)}</ul>${incomplete && html`<p class="note">${words.incomplete}</p>`}`;
  const programme = plan.programmes.find(({ id }) => id === site.programme);
  const head = {
    path: `/liiga/${municipalitySlug(municipality)}`,
    section: 'programme' as const,
    title: `${programme?.shortName ?? ''} ${municipality}`.trim(),
    kicker: html`<a href="${trackerHref(view, '/liiga')}">${programme?.shortName ?? words.title}</a>`,
    heading: municipality,
    lede: mainConcern === undefined ? fillText(words.ledeTopics, { n: topics.length }) : recorded(mainConcern, locale),
  };
  const body = html`${section(
    'datos',
    locale.tracker.commitment.facts,
    factList([
      [
        fields.inegi,
        html`${orAbsent(inegi, site, 'inegi', locale)}${fieldFrom['inegi'] && sourceMark(fieldFrom['inegi'], plan, locale)}`,
      ],
      [fields.workshops, orAbsent(workshops && quantity(workshops, locale), site, 'workshops', locale)],
      [fields.dates, absent(nulls['dates'], locale)],
      [fields.mainConcern, orAbsent(mainConcern && recorded(mainConcern, locale), site, 'mainConcern', locale)],
      [fields.source, sourceMark(from, plan, locale)],
    ]),
  )}
${section('temas', words.topicsHeading, list(topics, topicsIncomplete))}
${section('propuestas', words.proposalsHeading, proposals ? list(proposals, proposalsIncomplete) : absent(nulls['proposals'], locale))}
${section('inconsistencias', locale.tracker.commitment.issues, issueNotes(view, [site.id, site.programme], locale))}`;
  return trackerPage(view, head, body, locale);
}
