import { REPAIRS, type AppliedRepair, type Json } from '#ocds';
import type { RewriteChange } from './rewrite-change.js';

/** A repair of `libs/ocds` as a change, in the words it has there. */
export function describeRepair({ repair, pointer, before, after }: AppliedRepair<Json>): RewriteChange {
  const { es, en } = REPAIRS.find(({ name }) => name === repair)!.does;
  return { pointer, rule: repair, before, after, message: { es: `La reparación ${es}.`, en: `The repair ${en}.` } };
}
