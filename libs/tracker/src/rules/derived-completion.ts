import type { CodeOf } from '../model/enumerations.js';

type Completion = CodeOf<'completion'>;

interface Part {
  readonly state?: CodeOf<'milestoneState'>;
  readonly weight?: number;
}

/**
 * The completion of a commitment that follows from its milestones, by OGP's words: all met, complete; half or more,
 * substantial; some, limited; none, not started. A partly met one counts half; cancelled ones do not count; weights
 * count where every milestone has one. Without milestones there is no evidence of anything.
 *
 * @param milestones those whose text is known
 */
export function derivedCompletion(milestones: readonly Part[]): Completion {
  const counted = milestones.filter(({ state }) => state !== 'cancelada');
  if (counted.length === 0) return 'sin_evidencia';
  const weighted = counted.every(({ weight }) => weight !== undefined);
  const weightOf = ({ weight = 1 }: Part) => (weighted ? weight : 1);
  const total = counted.reduce((sum, one) => sum + weightOf(one), 0);
  const met = counted.reduce((sum, one) => sum + weightOf(one) * shareOf(one), 0);
  if (counted.every((one) => shareOf(one) === 1)) return 'completo';
  if (met >= total / 2) return 'sustancial';
  return met > 0 || counted.some(({ state }) => state === 'en_proceso') ? 'limitado' : 'no_iniciado';
}

function shareOf({ state }: Part): number {
  if (state === 'verificada' || state === 'reportada') return 1;
  return state === 'parcial' ? 0.5 : 0;
}
