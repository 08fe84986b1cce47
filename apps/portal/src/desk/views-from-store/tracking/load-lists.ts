import { labelOf } from '#tracker';
import { fillText, pluralOf } from '../../../fill.js';
import { formatCount } from '../../../format/number.js';
import { type Place, thingsOf } from '../../tracking/place.js';
import { bodyName } from '../../tracking/tasks/choices.js';
import type { DeskView } from '../../views/desk.view.js';
import type { TrackingPart, TrackingView } from '../../views/tracking.view.js';
import { dateCell, waysAt } from './cells.js';

type Told = Omit<TrackingView, keyof DeskView>;

/** A list of what a plan holds, by its name in addresses. */
export const LISTS: Readonly<
  Record<'sesiones' | 'inconsistencias' | 'preguntas' | 'informes', (place: Place<'plan'>) => Told>
> = {
  sesiones: (place) => ({
    ...head(place, 'sesiones'),
    ways: waysAt(place),
    parts: [sessions(place), agreements(place)],
  }),
  inconsistencias: (place) => ({ ...head(place, 'inconsistencias'), parts: [issues(place)] }),
  preguntas: (place) => ({ ...head(place, 'preguntas'), parts: [questions(place)] }),
  informes: (place) => ({ ...head(place, 'informes'), parts: [annualReports(place)] }),
};

function head({ thing, locale }: Place<'plan'>, name: keyof typeof LISTS): Omit<Told, 'parts'> {
  const { tracking: words } = locale.desk;
  const back = { path: '/escritorio/seguimiento', label: words.title };
  return { title: words.lists[name], lede: thing.name, back, facts: [], ways: [] };
}

function sessions({ view, locale }: Place): TrackingPart {
  const { tracking: words } = locale.desk;
  const { columns } = words;
  return {
    title: words.sessionsCaption,
    columns: [{ label: columns.session }, { label: columns.date, kind: 'day' }, { label: columns.place }],
    rows: view.plan.sessions
      .toReversed()
      .map((one) => [
        one.name,
        dateCell(one.date, one, 'date', locale),
        one.place ?? { text: labelOf('nullReason', one.nulls['place'] ?? 'pendiente')[locale.language], missing: true },
      ]),
    none: words.none,
  };
}

function agreements(place: Place): TrackingPart {
  const { view, locale } = place;
  const { tracking: words } = locale.desk;
  const { columns } = words;
  return {
    title: words.agreementsCaption,
    columns: [
      { label: columns.agreement },
      { label: columns.session },
      { label: columns.responsible },
      { label: columns.currentDue, kind: 'day' },
      { label: columns.state },
      { label: columns.todo },
    ],
    rows: view.plan.agreements
      .toReversed()
      .map((one) => [
        one.title,
        view.plan.sessions.find(({ id }) => id === one.session)?.name ?? one.session,
        one.responsible === undefined ? { text: words.notYet, missing: true } : bodyName(place, one.responsible),
        dateCell(one.due, one, 'due', locale),
        labelOf('agreementState', one.state ?? 'pendiente')[locale.language],
        { text: '', ways: waysAt({ ...place, kind: 'acuerdos', id: one.id, thing: one }) },
      ]),
    none: words.none,
  };
}

function issues(place: Place): TrackingPart {
  const { view, locale } = place;
  const { tracking: words } = locale.desk;
  const { columns } = words;
  const open = view.plan.dataIssues.filter(({ status }) => status === 'abierta').length;
  return {
    title: fillText(pluralOf(words.openIssues, open), { n: formatCount(open) }),
    columns: [{ label: columns.issue }, { label: columns.severity }, { label: columns.state }, { label: columns.todo }],
    rows: view.plan.dataIssues.map((one) => [
      `${one.number}. ${one.text}`,
      labelOf('issueSeverity', one.severity)[locale.language],
      [labelOf('issueStatus', one.status)[locale.language], one.resolution].filter(Boolean).join(': '),
      { text: '', ways: waysAt({ ...place, kind: 'inconsistencias', id: one.id, thing: one }) },
    ]),
    none: words.none,
  };
}

function annualReports(place: Place): TrackingPart {
  const { plan, locale } = place;
  const { tracking: words } = locale.desk;
  const { columns } = words;
  const address = (year: number, version: number | string) =>
    `/informe-anual/${year}?plan=${encodeURIComponent(plan)}&version=${version}`;
  return {
    title: words.reportsOfYears,
    columns: [{ label: columns.year }, { label: columns.issued }, { label: columns.reason }, { label: columns.todo }],
    rows: thingsOf(place, 'informes').map((one) => {
      const ways = waysAt({ ...place, kind: 'informes', id: one.id, thing: one });
      const issued = one.issued.map(({ version, issuedOn }) => ({
        path: address(one.year, version),
        label: fillText(words.versionOf, { n: version, day: issuedOn }),
      }));
      return [
        { text: one.id, path: address(one.year, 'sin-emitir') },
        issued.length === 0 ? { text: words.none, missing: true } : { text: '', ways: issued },
        one.issued[0]?.reason ?? '',
        { text: '', ways },
      ];
    }),
    none: words.none,
  };
}

function questions(place: Place): TrackingPart {
  const { locale } = place;
  const { tracking: words } = locale.desk;
  const { columns } = words;
  return {
    title: words.questionsCaption,
    columns: [
      { label: columns.question },
      { label: columns.date, kind: 'day' },
      { label: columns.state },
      { label: columns.answer },
      { label: columns.todo },
    ],
    rows: thingsOf(place, 'preguntas')
      .toReversed()
      .map((one) => [
        [one.text, one.author].filter(Boolean).join(' — '),
        one.askedOn,
        [words.questionStates[one.state], one.reason].filter(Boolean).join(': '),
        one.answer ?? { text: words.notYet, missing: true },
        { text: '', ways: waysAt({ ...place, kind: 'preguntas', id: one.id, thing: one }) },
      ]),
    none: words.noQuestions,
  };
}
