import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { WorkerModule } from '../../../apps/worker/src/worker.module.js';
import { MeasurementWorker } from '../../../apps/worker/src/measurement.worker.js';
import { textOf } from '../../../apps/portal/src/examples/text-of.js';
import { openDataSource } from '#database';
import { findPublisher, ingestFile } from '#publishing';
import { chainEvents, type LogHead, reportMarkdown, verifyChain } from '#tracker';
import {
  applyMetricRules,
  cancelMilestone,
  closeMilestone,
  loadLog,
  localDay,
  makeAnnualReport,
  readTracker,
  recordItem,
  recordMetricRule,
  recordMilestone,
  recordSession,
  startMilestone,
  type TrackingDependencies,
  verifyTracker,
} from '#tracking';
import { examplePackage, exampleRelease } from '../../example-releases.js';
import { listenTestApp } from '../../open-test-app.js';
import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';
import { writeInput } from '../../write-input.js';
import { type DeskClient, deskClient, faultsOf } from './desk-client.js';
import { addCast, addMilestone, type Cast, dependenciesAt, done, PLAN, refusalOf } from './people.js';

const TODAY = localDay(new Date());
const TOMORROW = localDay(new Date(Date.now() + 86_400_000));

let test: TestPlatform;
let app: NestFastifyApplication;
let origin: string;
let cast: Cast;
let tracking: TrackingDependencies;
let session: string;
let secretariat: DeskClient;

beforeAll(async () => {
  test = await openTestPlatform();
  ({ app, origin } = await listenTestApp(test.platform));
  cast = await addCast(test.platform.dataSource);
  tracking = dependenciesAt(test.platform, { day: TODAY });
  await addMilestone(tracking, cast, 'La que se declara');
  session = (await done(recordSession(tracking, cast.secretariat, { plan: PLAN, name: 'Séptima sesión', date: TODAY })))
    .id;
  secretariat = await deskClient(app, test.platform.dataSource, cast.secretariat, PLAN);
});
afterAll(async () => {
  await app.close();
  await test.close();
});

const measuredMeta = async (title: string, originalDue = TOMORROW) =>
  (
    await done(
      recordMilestone(tracking, cast.secretariat, {
        plan: PLAN,
        commitment: 'c7',
        title,
        mode: 'measured',
        originalDue,
      }),
    )
  ).id;
const rule = (milestone: string, more: object = {}) => {
  const published = { metric: 'C7-01', comparator: 'at_least', threshold: '2' };
  return { plan: PLAN, milestone, session, ...published, ...more };
};
const view = async () => (await readTracker(test.platform.dataSource, PLAN))!;
const stateOf = async (id: string) => (await view()).plan.milestones.find((one) => one.id === id)?.state;
const linesOf = async (id: string) =>
  (await loadLog(test.platform.dataSource, PLAN)).filter((one) => one.entityId === id && one.field === 'state');
/** What a worker does that has counted nothing yet: figures are kept a minute for each connection. */
async function look() {
  const dataSource = await openDataSource(test.databaseUrl, 2);
  return applyMetricRules(dataSource).finally(() => dataSource.destroy());
}
const page = async (path: string) => textOf(await (await fetch(origin + path)).text());

async function publish(n: number): Promise<void> {
  const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
  const path = await writeInput(examplePackage([exampleRelease(n)]));
  await test.publish((await ingestFile(test.platform, { path, publisher, profile: 'ocds' })).ocids);
}

it('is refused without a session, to who administers, of what is declared, and of what is not measured', async () => {
  const meta = await measuredMeta('Sin regla todavía');
  const set = (more: object, who = cast.secretariat) => refusalOf(recordMetricRule(tracking, who, rule(meta, more)));
  const { version } = await view();
  expect(await set({ session: ' ' })).toBe('SESSION');
  expect(await set({ session: 'ninguna' })).toBe('UNKNOWN');
  expect(await set({}, cast.administrator)).toBe('ADMIN');
  expect(await set({}, cast.implementer)).toBe('ROLE');
  expect(await set({ metric: 'C7-99' })).toBe('METRIC');
  expect(await set({ part: 'stage:otra' })).toBe('METRIC');
  expect(await set({ comparator: 'mayor' })).toBe('FORM');
  expect(await set({ since: '2026-02-30' })).toBe('DATE');
  for (const threshold of ['', 'muchos', '-1', '1,000', '1e3']) expect(await set({ threshold })).toBe('THRESHOLD');
  expect(await set({ metric: 'C7-10', threshold: '100.1' })).toBe('THRESHOLD');
  const declared = (await view()).plan.milestones.find(({ title }) => title === 'La que se declara')!.id;
  expect(await set({ milestone: declared })).toBe('DECLARED_MILESTONE');
  const item = { milestone: meta, metric: 'C7-01', comparator: 'at_least', threshold: '1', session, since: TODAY };
  expect(await refusalOf(recordItem(tracking, cast.secretariat, { plan: PLAN, kind: 'metricRules', item }))).toBe(
    'NOT_RECORDED_HERE',
  );
  const other = { plan: PLAN, commitment: 'c1', title: 'Otra', mode: 'measured' };
  expect(await refusalOf(recordMilestone(tracking, cast.secretariat, other))).toBe('NOT_MEASURABLE');
  expect((await view()).version).toBe(version);
  expect(await look()).toEqual([]);
});

it('moves the milestone once a change, however many look at once, and people cannot', async () => {
  const meta = await measuredMeta('Dos procesos publicados');
  await done(recordMetricRule(tracking, cast.secretariat, rule(meta)));
  await publish(1);
  await Promise.all([look(), look()]);
  expect(await stateOf(meta)).toBe('en_proceso');
  expect(await refusalOf(startMilestone(tracking, cast.implementer, { plan: PLAN, milestone: meta }))).toBe('MEASURED');
  expect(await refusalOf(closeMilestone(tracking, cast.secretariat, { plan: PLAN, milestone: meta }))).toBe('MEASURED');
  await publish(2);
  await Promise.all([look(), look(), look()]);
  const lines = await linesOf(meta);
  expect(lines.map(({ from, to, actorRole, actor }) => [from, to, actorRole, actor])).toEqual([
    ['programada', 'en_proceso', 'medicion', 'system:measurement'],
    ['en_proceso', 'verificada', 'medicion', 'system:measurement'],
  ]);
  expect(lines[1]!.reason).toMatch(
    /^C7-01 Procesos publicados: 2 procesos; meta: al menos 2 procesos \(Séptima sesión\)\. Datos: [0-9a-f]{64}$/,
  );
});

it('keeps every rule: another holds from its day, says why, and may take the state back', async () => {
  const meta = (await view()).plan.metricRules[0]!.milestone;
  expect(await refusalOf(recordMetricRule(tracking, cast.secretariat, rule(meta, { threshold: '9' })))).toBe('REASON');
  const later = { threshold: '9', reason: 'Se pidió más', since: TOMORROW };
  await done(recordMetricRule(tracking, cast.secretariat, rule(meta, later)));
  expect(await look()).toEqual([]);
  await done(recordMetricRule(tracking, cast.secretariat, rule(meta, { threshold: '3', reason: 'Se pidió más' })));
  expect(await look()).toMatchObject([{ from: 'verificada', to: 'en_proceso' }]);
  const rules = (await view()).plan.metricRules.filter(({ milestone }) => milestone === meta);
  expect(rules.map(({ threshold }) => threshold)).toEqual(['2', '9', '3']);
});

it('says «sin dato» and moves nothing where the figure cannot be told', async () => {
  const meta = await measuredMeta('Cobertura');
  await done(recordMetricRule(tracking, cast.secretariat, rule(meta, { metric: 'C7-03', threshold: '80' })));
  expect(await look()).toEqual([]);
  expect(await stateOf(meta)).toBe('programada');
  expect(await page(`/metas/${meta}`)).toContain('Meta fijada en sesión ( Séptima sesión ): sin dato');
  expect(await page(`/metas/${meta}`)).toContain('Valor hoy Sin denominador');
});

it('leaves what a session cancelled, and says «no cumplida» after its day', async () => {
  const [gone, late] = [await measuredMeta('Cancelada'), await measuredMeta('Tarde', '2026-01-31')];
  const unreachable = { threshold: '1000' };
  for (const meta of [gone, late]) await done(recordMetricRule(tracking, cast.secretariat, rule(meta, unreachable)));
  const reason = 'Ya no hace falta';
  await done(cancelMilestone(tracking, cast.secretariat, { plan: PLAN, milestone: gone, session, reason }));
  await look();
  expect([await stateOf(gone), await stateOf(late)]).toEqual(['cancelada', 'no_cumplida']);
});

it('is set at the desk, looked at by the running worker, and shown with its session, formula, data and way back', async () => {
  const vence = TOMORROW;
  const form = {
    titulo: 'Contratos a la vista',
    modo: 'measured',
    clase: 'meta',
    vence,
    sesion: session,
    motivo: 'Lo acordó',
  };
  expect((await secretariat.send('compromisos/c7/meta', form)).status).toBe(303);
  const meta = (await view()).plan.milestones.find(({ title }) => title === form.titulo)!.id;
  expect((await secretariat.get(`metas/${meta}`)).html).toContain(`/metas/${meta}/regla`);
  const told = { indicador: 'C7-01', comparacion: 'at_least', umbral: 'dos', sesion: session };
  const refused = await secretariat.send(`metas/${meta}/regla`, told);
  expect([refused.status, faultsOf(refused)['umbral']]).toEqual([422, expect.stringContaining('no es un umbral')]);
  const without = await secretariat.send(`metas/${meta}/regla`, { ...told, umbral: '2', sesion: '' });
  expect(faultsOf(without)['sesion']).toContain('Elegir');
  expect((await secretariat.send(`metas/${meta}/regla`, { ...told, umbral: '2' })).status).toBe(303);

  const worker = new MeasurementWorker(test.platform);
  Object.assign(worker, { firstMs: 1, everyMs: 20 });
  worker.onApplicationBootstrap();
  for (let tries = 0; (await stateOf(meta)) !== 'verificada' && tries < 200; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  await worker.beforeApplicationShutdown();
  expect(await linesOf(meta)).toHaveLength(1);
  expect(Reflect.getMetadata('providers', WorkerModule)).toContain(MeasurementWorker);

  const commitment = await page('/compromisos/7');
  expect(commitment).toContain(
    '«Contratos a la vista». Meta fijada en sesión (Séptima sesión): alcanza. C7-01 Procesos publicados: 2 procesos; al menos 2 procesos',
  );
  expect(commitment).toContain('Medido Limitado «');
  expect(await page('/en/compromisos/7')).toContain('Target set in session ( Séptima sesión ): met.');
  const html = await (await fetch(`${origin}/metas/${meta}`)).text();
  expect(html).toContain('href="/api/v1/metrics/C7-01"');
  expect(textOf(html)).toMatch(/Fórmula Ocids distintos .* Huella de los datos [0-9a-f]{64}/);
  expect(await page('/cumplimiento')).toContain('Cada meta medida lleva la regla que fijó una sesión');
  const api = async (list: string) =>
    (await (await fetch(`${origin}/api/v1/tracker/plans/${PLAN}/${list}`)).json()) as { items: unknown[] };
  expect((await api('lanes')).items.at(-1)).toMatchObject({
    measured: { metas: expect.arrayContaining([expect.objectContaining({ milestone: meta, outcome: 'alcanza' })]) },
  });
  expect((await api('metric-rules')).items).toContainEqual(
    expect.objectContaining({ milestone: meta, threshold: '2', session, comparator: 'at_least' }),
  );
  const report = reportMarkdown((await makeAnnualReport(test.platform.dataSource, await view(), 2018))!);
  expect(report).toMatch(/Contratos a la vista \| .*La fijó la sesión Séptima sesión.*\*\*Alcanza\*\*: 2 procesos/);
});

it('lets nobody write in its name, nor set a rule without the role, whoever writes to the tables', async () => {
  const { dataSource } = test.platform;
  const bare = await measuredMeta('A mano');
  const body = JSON.stringify({
    id: 'r',
    milestone: bare,
    metric: 'C7-01',
    comparator: 'at_least',
    threshold: '1',
    session,
    since: TODAY,
  });
  const insert = (more: string) =>
    dataSource.query(
      `INSERT INTO tracker_record (plan_id, kind, id, version, position, body, origin, recorded_by, effective_on) VALUES ${more}`,
      [PLAN, body, TODAY],
    );
  await expect(insert(`($1, 'metricRules', 'r', 1, 1, $2, 'desk', 'account:x', $3)`)).rejects.toThrow(
    'the secretariat records',
  );
  // Chained as it must be, and in its very name: no rule holds for this one.
  expect(await forged(bare, 'system:measurement')).toBe('a rule holds on that day');
  const ruled = (await view()).plan.milestones.find(({ title }) => title === 'Contratos a la vista')!.id;
  expect(await forged(ruled, 'account:x')).toBe('a measurement moves a state and nothing else');
  expect(await stateOf(bare)).toBe('programada');
  expect(verifyChain(await loadLog(dataSource, PLAN))).toMatchObject({ ok: true });
  expect((await verifyTracker(dataSource)).flatMap(({ faults }) => faults)).toEqual([]);
});

/** Puts on the log that a measurement takes a milestone back. @returns the rule that the database refuses it by */
async function forged(milestone: string, id: string): Promise<string> {
  const { dataSource } = test.platform;
  const [head] = (await dataSource.query('SELECT seq, hash FROM tracker_head WHERE plan_id = $1', [PLAN])) as [LogHead];
  const change = { entity: 'milestone', entityId: milestone, field: 'state', to: 'no_cumplida', reason: 'Sí' };
  const when = { actor: { id, role: 'medicion' as const }, recordedAt: `${TODAY}T00:00:00.000Z`, effectiveOn: TODAY };
  const [line] = chainEvents(head, [{ ...change, from: (await stateOf(milestone)) ?? null }], when);
  const { seq, from, to, reason, recordedAt, prevHash, hash } = line!;
  const values = [PLAN, seq, milestone, from, to, id, recordedAt, TODAY, reason, prevHash, hash];
  return dataSource
    .query(
      `INSERT INTO tracker_event (plan_id, seq, entity, entity_id, field, "from", "to", actor, actor_role, recorded_at, effective_on, reason, prev_hash, hash)
       VALUES ($1, $2, 'milestone', $3, 'state', $4, $5, $6, 'medicion', $7, $8, $9, $10, $11)`,
      values,
    )
    .then(
      () => 'taken',
      (error: Error) => error.message,
    );
}
