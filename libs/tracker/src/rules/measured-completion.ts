import type { CodeOf } from '../model/enumerations.js';
import { derivedCompletion } from './derived-completion.js';
import type { MeasuredMeta } from './lanes.js';

const STATES = { alcanza: 'verificada', no_alcanza: 'en_proceso', sin_dato: 'programada' } as const;

/** The level of the measured lane: from what rules say of its metas, and from nothing else; undefined without a rule. */
export function measuredCompletion(metas: readonly MeasuredMeta[]): CodeOf<'completion'> | undefined {
  const ruled = metas.flatMap(({ outcome, weight }) =>
    outcome === undefined ? [] : [{ state: STATES[outcome], ...(weight !== undefined && { weight }) }],
  );
  if (ruled.length === 0) return undefined;
  return ruled.every(({ state }) => state === 'programada') ? 'sin_evidencia' : derivedCompletion(ruled);
}
