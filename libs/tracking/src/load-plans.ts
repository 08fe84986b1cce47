import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPlan, type PlanRecord } from '#tracker';
import { PlanSeedError } from './plan-seed-error.js';

/** Beside the libraries, in the sources as in the build. */
const FOLDER = fileURLToPath(new URL('../../../schemas/tracker/plans/', import.meta.url));

/**
 * The action plans that come with the platform, in the order of their folders' names.
 *
 * @param folder with a folder of YAML files per plan
 * @throws PlanSeedError when one of them is not valid
 */
export async function loadPlans(folder = FOLDER): Promise<readonly PlanRecord[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  return Promise.all(names.map((name) => loadPlanOf(folder, name)));
}

async function loadPlanOf(folder: string, name: string): Promise<PlanRecord> {
  const files = (await readdir(join(folder, name))).filter((file) => file.endsWith('.yaml')).sort();
  const read = files.map(async (file) => ({ name: file, text: await readFile(join(folder, name, file), 'utf8') }));
  const { plan, faults } = loadPlan(await Promise.all(read));
  if (!plan) throw new PlanSeedError(name, faults);
  return plan;
}
