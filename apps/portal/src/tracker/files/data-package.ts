import { DATA_PACKAGE_PROFILE, describeTable } from '#tables';
import type { TrackerPageView } from '../tracker-page-view.js';
import { downloadHref } from '../tracker-paths.js';
import { RECORD_FILES, type RecordFileName, recordRows } from './record-rows.js';

/**
 * The tables of a plan described for the programs that load them (https://datapackage.org/standard/data-package/): where
 * each is, of the same plan and day, and its columns. All are text: a cell may hold, in brackets, why there is no value.
 */
export function planDataPackage(view: TrackerPageView, origin: string): string {
  const { plan, version, asOf } = view.tracker;
  const { id, name } = plan.plans[0]!;
  const described = {
    $schema: DATA_PACKAGE_PROFILE,
    name: id,
    title: name,
    version,
    created: `${asOf ?? view.today}T00:00:00Z`,
    homepage: `${origin}/planes/${encodeURIComponent(id)}`,
    sources: plan.sources.map(({ title, url }) => ({ title, ...(url !== undefined && { path: url }) })),
    resources: (Object.keys(RECORD_FILES) as RecordFileName[]).map((file) => {
      const { columns } = recordRows(view, file);
      const path = origin + downloadHref(view, `${file}.csv`);
      const { schema, ...table } = describeTable({ name: file, path, format: 'csv', columns });
      return { ...table, schema: { ...schema, primaryKey: ['id'] } };
    }),
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}
