import type { SentReminder } from '#tracking';
import { delayOf, labelOf, periodOf } from '#tracker';
import { fillText, pluralOf } from '../../../fill.js';
import { formatCount } from '../../../format/number.js';
import { type Place, trackingPath } from '../../tracking/place.js';
import { commitmentFact } from '../../tracking/tasks/assess.js';
import { bodyName } from '../../tracking/tasks/choices.js';
import type { DeskView } from '../../views/desk.view.js';
import type { TrackingPart, TrackingView } from '../../views/tracking.view.js';
import { dateCell, dateText, milestoneState, reviewState, waysAt } from './cells.js';
import { evidencePart } from './evidence-part.js';

/** A meta at the desk: how it stands, what was reported of it and said of that. */
export function metaView(
  place: Place<'metas'>,
  reminders: readonly SentReminder[] = [],
): Omit<TrackingView, keyof DeskView> {
  const { thing, view, plan, locale } = place;
  const commitment = view.plan.commitments.find(({ id }) => id === thing.commitment);
  return {
    title: thing.title,
    back: {
      path: trackingPath(plan, 'compromisos', thing.commitment),
      label: commitment ? `${commitment.number}. ${commitment.shortTitle ?? commitment.title}` : thing.commitment,
    },
    facts: facts(place),
    ways: waysAt(place),
    parts: [reports(place), evidencePart(place, [thing.id]), ...reschedules(place), ...reminded(reminders, place)],
  };

  function reports({ id }: Place): TrackingPart {
    const { tracking: words } = locale.desk;
    const { columns } = words;
    return {
      title: words.reportsCaption,
      columns: [
        { label: columns.period },
        { label: columns.level },
        { label: columns.says },
        { label: columns.review },
        { label: columns.todo },
      ],
      rows: view.progress
        .filter(({ milestone }) => milestone === id)
        .toReversed()
        .map((one) => [
          [one.period, one.submittedOn, bodyName(place, one.organisation), one.late && words.late]
            .filter(Boolean)
            .join(' · '),
          labelOf('completion', one.level)[locale.language],
          [one.text, one.challenges && `${words.facts.challenges}: ${one.challenges}`].filter(Boolean).join(' — '),
          reviewed(one.review, one.reviewNote),
          { text: '', ways: waysAt({ ...place, kind: 'reportes', id: one.id, thing: one }) },
        ]),
      none: words.noReports,
    };
  }

  function reviewed(review: Parameters<typeof reviewState>[0], note = '') {
    const state = reviewState(review, locale);
    return note === '' ? state : { ...state, text: `${state.text}: ${note}` };
  }
}

function facts({ thing, view, today, locale }: Place<'metas'>): readonly (readonly [string, string])[] {
  const { tracking: words } = locale.desk;
  const { facts: names } = words;
  const late = delayOf(thing, today)?.sinceCurrent ?? 0;
  const { id, due } = periodOf(today);
  const open = thing.state === undefined || thing.state === 'programada' || thing.state === 'en_proceso';
  return [
    commitmentFact(view, thing.commitment, locale),
    [names.state, milestoneState(thing.state, locale).text],
    [names.originalDue, dateCell(thing.originalDue, thing, 'originalDue', locale).text],
    ...(thing.currentDue ? [[names.currentDue, dateText(thing.currentDue)!] as const] : []),
    ...(late > 0 ? [[names.delay, fillText(pluralOf(words.days, late), { n: formatCount(late) })] as const] : []),
    ...(thing.target === undefined ? [] : [[names.target, thing.target] as const]),
    ...(thing.verificationMeans === undefined ? [] : [[names.verification, thing.verificationMeans] as const]),
    ...(open ? [[names.nextReport, fillText(words.nextReport, { id, until: due })] as const] : []),
  ];
}

/** Which reminders went out; nothing where none did. */
function reminded(all: readonly SentReminder[], { locale }: Place): readonly TrackingPart[] {
  const { columns, reminders: words, none } = locale.desk.tracking;
  const labels = [columns.day, columns.period, columns.why, words.people];
  const rows = all.map(({ on, period, kind, people, taken }) => {
    const told = people === taken ? pluralOf(words.taken, people) : words.pending;
    const n = formatCount(taken);
    return [on, period, words.kinds[kind], fillText(told, { n, people: formatCount(people) })];
  });
  return rows.length === 0 ? [] : [{ title: words.caption, columns: labels.map((label) => ({ label })), rows, none }];
}

function reschedules({ view, id, locale }: Place<'metas'>): readonly TrackingPart[] {
  const { tracking: words } = locale.desk;
  const rows = view.reschedules
    .filter(({ milestone }) => milestone === id)
    .map(({ on, from, to, reason, session }) => [
      on,
      from ?? '',
      to,
      reason,
      view.plan.sessions.find((one) => one.id === session)?.name ?? '',
    ]);
  const { columns } = words;
  const labels = [columns.day, columns.from, columns.to, columns.reason, columns.session];
  return rows.length === 0
    ? []
    : [{ title: words.reschedulesCaption, columns: labels.map((label) => ({ label })), rows, none: words.none }];
}
