import { labelOf, type CodeOf, type PartialDate, type Recorded } from '#tracker';
import type { StateTone } from '../../components/state-tag.js';
import type { Place } from '../../tracking/place.js';
import { offeredAt } from '../../tracking/all-tasks.js';
import { trackingPath } from '../../tracking/place.js';
import type { TrackingCell, WayOn } from '../../views/tracking.view.js';
import type { DeskLocale } from '../../desk-locale.js';

type State = CodeOf<'milestoneState'>;

const TONES: Readonly<Record<State, StateTone>> = {
  programada: 'quiet',
  en_proceso: 'moving',
  reportada: 'attention',
  verificada: 'settled',
  parcial: 'settled',
  no_cumplida: 'attention',
  cancelada: 'quiet',
};

export function milestoneState(state: State = 'programada', { language }: DeskLocale): TrackingCell {
  return { text: labelOf('milestoneState', state)[language], tone: TONES[state] };
}

const REVIEW_TONES = { pending: 'attention', accepted: 'settled', returned: 'quiet' } as const;

export function reviewState(state: CodeOf<'reviewState'>, { language }: DeskLocale): TrackingCell {
  return { text: labelOf('reviewState', state)[language], tone: REVIEW_TONES[state] };
}

/** A date as precise as it is known; without one, why there is none. */
export function dateCell(
  date: PartialDate | undefined,
  recorded: Recorded,
  field: string,
  locale: DeskLocale,
): TrackingCell {
  const written = dateText(date);
  if (written !== undefined) return { text: written };
  const reason = recorded.nulls[field];
  return { text: reason ? labelOf('nullReason', reason)[locale.language] : locale.desk.tracking.notYet, missing: true };
}

export function dateText(date: PartialDate | undefined): string | undefined {
  if (!date) return undefined;
  const length = { day: 10, month: 7, year: 4, week: 10, period: 10 }[date.precision];
  return length < 10 || date.earliest === date.latest
    ? date.latest.slice(0, length)
    : `${date.earliest} – ${date.latest}`;
}

/** The things to do with something, as links. */
export function waysAt(place: Place): readonly WayOn[] {
  const { plan, kind, id, locale } = place;
  const rest = kind === 'plan' ? [] : [kind, id];
  return offeredAt(place).map(({ name }) => ({
    path: trackingPath(plan, ...rest, name),
    label: locale.desk.tracking.tasks[name].link,
  }));
}
