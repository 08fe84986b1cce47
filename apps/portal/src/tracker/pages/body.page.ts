import type { GoverningBody, PlanRecord, Seat } from '#tracker';
import { table } from '../../components/table.js';
import { missing } from '../../components/notice.js';
import { fillText, pluralOf } from '../../fill.js';
import { formatCount } from '../../format/number.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { webAddress } from '../../links.js';
import { assertionTable } from '../components/assertion-table.js';
import { issueNotes } from '../components/issue-notes.js';
import { absent, orAbsent, partialDay } from '../components/said.js';
import { factList, section } from '../components/section.js';
import { sessionLink } from '../components/session-of.js';
import { sourceMark } from '../components/source-mark.js';
import { organisationName, personName, titleOf } from '../find-in-plan.js';
import { recorded, termOf, type TrackerLocale, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';

/** The governing body: seats with who holds them or that nobody does, members over time, liaisons, how it is governed. */
export function bodyPage(view: TrackerPageView): string {
  const locale = trackerLocaleOf(view.site.language);
  const { body: words } = locale.tracker;
  const { plan } = view.tracker;
  const vacant = plan.seats.filter((seat) => holderOf(plan, seat) === undefined).length;
  const counts = { seats: formatCount(plan.seats.length), vacant: formatCount(vacant) };
  const head = {
    path: '/secretariado',
    section: 'body' as const,
    title: words.title,
    heading: plan.seats.length === 0 ? words.headingNone : fillText(pluralOf(words.heading, vacant), counts),
    lede: words.lede,
  };
  return trackerPage(view, head, content(view, locale), locale);
}

function content(view: TrackerPageView, locale: TrackerLocale): Html {
  const { body: words } = locale.tracker;
  const { plan } = view.tracker;
  const ids = [...plan.governingBodies, ...plan.seats, ...plan.memberships].map(({ id }) => id);
  return html`${plan.governingBodies.map((one) => section(`organo-${one.id}`, words.body, bodyFacts(view, one, locale)))}
${section('asientos', words.seats, html`${seatTable(view, locale)}${issueNotes(view, ids, locale)}`)}
${section('integrantes', words.members, memberTable(view, locale))}
${section('enlaces', words.liaisons, liaisonTable(view, locale))}
${section('gobernanza', words.governance, governance(view, locale))}
${section('otras-fuentes', locale.tracker.commitment.others, assertionTable(view, ids, locale))}`;
}

function bodyFacts({ tracker: { plan } }: TrackerPageView, body: GoverningBody, locale: TrackerLocale): Html {
  const { fields } = locale.tracker;
  const { name, aliases = [], website, constituted, from } = body;
  const address = webAddress(website);
  return factList([
    [fields.name, html`${recorded(name, locale)}${sourceMark(from, plan, locale)}`],
    [fields.aliases, aliases.length === 0 ? '—' : recorded(aliases.join(' · '), locale)],
    [
      fields.website,
      orAbsent(address && html`<a href="${address}" rel="external">${website}</a>`, body, 'website', locale),
    ],
    [fields.constituted, orAbsent(constituted && partialDay(constituted, locale), body, 'constituted', locale)],
  ]);
}

/** Whoever holds a seat and has not left it. */
function holderOf({ memberships }: PlanRecord, { id }: Seat, kind: 'titular' | 'suplente' = 'titular') {
  return memberships.find(
    (one) => one.seat === id && one.kind === kind && one.endReason === undefined && one.endedOn === undefined,
  );
}

function seatTable({ tracker: { plan } }: TrackerPageView, locale: TrackerLocale): Html {
  const { body: words } = locale.tracker;
  if (plan.seats.length === 0) return missing(words.noSeats);
  const columns = [
    { label: words.seat },
    { label: words.sector },
    { label: words.holder },
    { label: words.alternate },
    { label: words.source },
  ];
  const rows = plan.seats.map((seat): readonly Child[] => {
    const [holder, alternate] = [holderOf(plan, seat), holderOf(plan, seat, 'suplente')];
    const who = (one: typeof holder) =>
      one &&
      html`${recorded(personName(plan, one.person), locale)}<span class="aside">${recorded(one.position, locale)}</span>`;
    return [
      recorded(seat.name, locale),
      termOf('sector', seat.sector, locale),
      who(holder) ??
        html`<strong class="attention">${words.vacant}</strong><span class="aside">${seat.printed ? recorded(seat.printedStatus ?? '', locale) : words.implied}</span>`,
      who(alternate) ?? absent('no_reportado', locale),
      sourceMark(seat.from, plan, locale),
    ];
  });
  return table({ caption: words.seatsCaption, columns, rows });
}

function memberTable({ tracker: { plan } }: TrackerPageView, locale: TrackerLocale): Html {
  const { body: words } = locale.tracker;
  if (plan.memberships.length === 0) return missing(words.noMembers);
  const columns = [
    { label: words.person },
    { label: words.seat },
    { label: words.capacity },
    { label: words.since },
    { label: words.until },
  ];
  const rows = plan.memberships.map((one): readonly Child[] => {
    const { person, position, seat, kind, startedOn, endedOn, endReason, fieldFrom } = one;
    return [
      html`${recorded(personName(plan, person), locale)}<span class="aside">${recorded(position, locale)}</span>`,
      html`${recorded(titleOf(plan, seat), locale)}${fieldFrom['seat'] && sourceMark(fieldFrom['seat'], plan, locale)}`,
      termOf('membershipKind', kind, locale),
      orAbsent(startedOn && partialDay(startedOn, locale), one, 'startedOn', locale),
      html`${orAbsent(endedOn && partialDay(endedOn, locale), one, 'endedOn', locale)}${endReason && ` (${termOf('endReason', endReason, locale)})`}`,
    ];
  });
  return table({ caption: words.membersCaption, columns, rows });
}

function liaisonTable({ tracker: { plan } }: TrackerPageView, locale: TrackerLocale): Html {
  const { body: words } = locale.tracker;
  if (plan.liaisons.length === 0) return missing(words.noLiaisons);
  const columns = [{ label: words.institution }, { label: words.person }, { label: words.source }];
  const rows = plan.liaisons.map((one): readonly Child[] => [
    recorded(organisationName(plan, one.organisation), locale),
    orAbsent(one.person && recorded(personName(plan, one.person), locale), one, 'person', locale),
    sourceMark(one.from, plan, locale),
  ]);
  return table({ caption: words.liaisonsCaption, columns, rows });
}

function governance(view: TrackerPageView, locale: TrackerLocale): Html {
  const { plan } = view.tracker;
  const { body: words } = locale.tracker;
  const changes = plan.governanceChanges.map(
    ({ description, informedIn, endReason, from }) =>
      html`<li>${recorded(description, locale)}${endReason && ` (${termOf('endReason', endReason, locale)})`}${toldIn(view, informedIn, locale)}${sourceMark(from, plan, locale)}</li>`,
  );
  const instruments = plan.governanceInstruments.map(
    ({ name, versions, from }) => html`<h3 class="part">${recorded(name, locale)}${sourceMark(from, plan, locale)}</h3>
<ul class="plain-list">${versions.map((one) => html`<li>${recorded(one.changeSummary, locale)}${toldIn(view, one.approvedIn, locale)}</li>`)}</ul>`,
  );
  if (changes.length + instruments.length === 0) return missing(words.noChanges);
  return html`${changes.length > 0 && html`<h3 class="part">${words.changes}</h3><ul class="plain-list">${changes}</ul>`}${instruments}`;
}

function toldIn(view: TrackerPageView, id: string | undefined, locale: TrackerLocale): Child {
  return id !== undefined && html` — ${sessionLink(view, id, locale)}`;
}
