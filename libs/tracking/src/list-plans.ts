import type { DataSource } from 'typeorm';
import type { ActionPlan } from '#tracker';

/** A plan in a list. */
export interface PlanSummary {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** ISO days. */
  readonly periodFrom: string;
  readonly periodTo: string;
}

const PLANS = `
SELECT DISTINCT ON (plan_id, id) body FROM tracker_record
 WHERE kind = 'plans' ORDER BY plan_id, id, version DESC`;

/** The action plans of the store, by the day on which they begin. */
export async function listPlans(dataSource: DataSource): Promise<readonly PlanSummary[]> {
  const rows = (await dataSource.query(PLANS)) as { body: ActionPlan }[];
  return rows
    .map(({ body: { id, name, shortName, period } }) => ({
      id,
      name,
      shortName,
      periodFrom: period.earliest,
      periodTo: period.latest,
    }))
    .sort((one, other) => (one.periodFrom < other.periodFrom ? -1 : 1));
}
