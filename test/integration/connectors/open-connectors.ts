import {
  addConnector,
  type ConnectorDependencies,
  type ConnectorKind,
  type NewConnector,
  runConnector,
  type RunReport,
} from '#connectors';
import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';

/** A platform with connectors that may reach 127.0.0.1 and try again at once. */
export interface TestConnectors extends TestPlatform {
  readonly dependencies: ConnectorDependencies;
  add<Kind extends ConnectorKind>(
    kind: Kind,
    config: NewConnector<Kind>['config'],
    more?: Partial<NewConnector>,
  ): Promise<string>;
  run(id: string, more?: Partial<ConnectorDependencies>): Promise<Exclude<RunReport, { outcome: 'busy' }>>;
  /** The release ids in the store. */
  releases(): Promise<string[]>;
}

export async function openConnectors(environment: Readonly<Record<string, string>> = {}): Promise<TestConnectors> {
  const test = await openTestPlatform({ OUTBOUND_ALLOW: '127.0.0.1', CONNECTOR_TIMEOUT_SECONDS: '5', ...environment });
  const { dataSource, queues, settings } = test.platform;
  const retries = { attempts: 3, baseMs: 10, mostMs: 20 };
  const dependencies = { dataSource, queues, settings, retries };
  let added = 0;
  return {
    ...test,
    dependencies,
    async add(kind, config, more = {}) {
      const id = `fuente-${++added}`;
      const when = { everyMs: 3_600_000 };
      await addConnector(dependencies, {
        id,
        kind,
        config,
        when,
        publisherId: 'sepaf',
        toleranceSeconds: 7_200,
        ...more,
      });
      return id;
    },
    async run(id, more = {}) {
      const report = await runConnector({ ...dependencies, ...more }, id, { trigger: 'person' });
      if (report.outcome === 'busy') throw new Error('The connector was busy.');
      return report;
    },
    async releases() {
      const rows = (await dataSource.query('SELECT id FROM release ORDER BY id')) as { id: string }[];
      return rows.map(({ id }) => id);
    },
  };
}
