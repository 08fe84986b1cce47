import { can } from '#access';
import { labelOf, lanesOf, metasOf } from '#tracker';
import { fillText, pluralOf } from '../../../fill.js';
import { formatCount } from '../../../format/number.js';
import { type Standing, trackingPath } from '../../tracking/place.js';
import { implementerNames } from '../../tracking/tasks/choices.js';
import { waitingOf, type Waiting } from '../../tracking/waiting.js';
import type { DeskLocale } from '../../desk-locale.js';
import type { DeskView } from '../../views/desk.view.js';
import type { TrackingCell, TrackingPart, TrackingView, WayOn } from '../../views/tracking.view.js';

/** What waits for somebody in all the plans, and the commitments of each. */
export function trackingHome(standings: readonly Standing[], locale: DeskLocale): Omit<TrackingView, keyof DeskView> {
  const { tracking: words } = locale.desk;
  const waiting = standings.flatMap(waitingOf);
  return {
    title: words.title,
    lede:
      waiting.length === 0
        ? words.nothingWaits
        : fillText(pluralOf(words.waiting, waiting.length), { n: formatCount(waiting.length) }),
    facts: [],
    ways: [],
    parts: [...(waiting.length === 0 ? [] : [waitingPart(waiting, locale)]), ...standings.map(commitments)],
  };
}

function waitingPart(waiting: readonly Waiting[], { desk: { tracking: words } }: DeskLocale): TrackingPart {
  return {
    title: words.waitingCaption,
    columns: [{ label: words.columns.what }, { label: words.columns.why }, { label: words.columns.day, kind: 'day' }],
    rows: waiting.map(({ kind, what, day = '', period, path }) => [
      { text: what, path },
      {
        text: fillText(words.waits[kind], { period: period?.id ?? '' }),
        tone: kind === 'overdue' ? ('attention' as const) : ('moving' as const),
      },
      day,
    ]),
    none: words.nothingWaits,
  };
}

function commitments(standing: Standing): TrackingPart {
  const { view, plan, locale } = standing;
  const { tracking: words } = locale.desk;
  const { columns } = words;
  return {
    title: view.plan.plans[0]?.name ?? plan,
    columns: [
      { label: columns.commitment },
      { label: columns.implementers },
      { label: columns.metas, kind: 'figure' },
      { label: columns.declared },
      { label: columns.assessed },
    ],
    rows: view.plan.commitments.map(({ id, number, title, shortTitle }) => {
      const metas = metasOf(view.plan, id);
      const met = metas.filter(({ state }) => state === 'verificada' || state === 'parcial').length;
      const { declared, assessed } = lanesOf(view.plan, id);
      const finals = assessed.filter(({ stage, completion }) => stage === 'final' && completion);
      return [
        { text: `${number}. ${shortTitle ?? title}`, path: trackingPath(plan, 'compromisos', id) },
        orNone(implementerNames(standing, id), words.noImplementers),
        metas.length === 0
          ? { text: words.noMetas, missing: true }
          : fillText(words.metOf, { met, total: metas.length }),
        levelCell(declared.declaration?.completion, locale),
        orNone(
          finals.map(({ completion }) => labelOf('completion', completion!)[locale.language]).join(', '),
          words.none,
        ),
      ];
    }),
    none: words.none,
    ways: waysOf(standing),
  };
}

function waysOf({ plan, actor, locale }: Standing): readonly WayOn[] {
  const { lists } = locale.desk.tracking;
  const way = (name: keyof typeof lists): WayOn => ({ path: trackingPath(plan, name), label: lists[name] });
  return [
    way('sesiones'),
    way('inconsistencias'),
    way('informes'),
    ...(can(actor, 'tracker:moderate') ? [way('preguntas')] : []),
  ];
}

function orNone(text: string, none: string): TrackingCell {
  return text === '' ? { text: none, missing: true } : { text };
}

function levelCell(
  completion: Parameters<typeof labelOf<'completion'>>[1] | undefined,
  locale: DeskLocale,
): TrackingCell {
  return orNone(completion ? labelOf('completion', completion)[locale.language] : '', locale.desk.tracking.none);
}
