import { recordedHere, recordedPlan, writeRecord } from './write-record.js';
import type { Work } from './perform.js';
import { deny } from './refused.js';
import { checkItem, type PlanRecord } from '#tracker';

/**
 * An organisation of the platform that the plan does not know yet becomes one of the plan's.
 *
 * @returns the plan with it
 * @throws Refused UNKNOWN
 */
export async function bringOrganisation(work: Work, id: string): Promise<PlanRecord> {
  const plan = await recordedPlan(work);
  if (plan.organisations.some((one) => one.id === id)) return plan;
  const [known] = (await work.manager.query('SELECT name FROM organisation WHERE id = $1', [id])) as { name: string }[];
  if (!known) return deny('UNKNOWN', { what: id });
  const { item } = checkItem(plan, 'organisations', { ...recordedHere(work.on), id, name: known.name });
  await work.append(await writeRecord(work, 'organisations', item!));
  return recordedPlan(work);
}
