import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type DataSource, QueryFailedError } from 'typeorm';
import type { Actor } from '#access';
import { openDataSource } from '#database';
import { chainEvents, EMPTY_LOG, ENUMERATIONS, type LogHead, type StatusChange, verifyChain } from '#tracker';
import {
  addEvidence,
  closeMilestone,
  type Outcome,
  loadLog,
  readTracker,
  reportProgress,
  reschedule,
  reviewReport,
  startMilestone,
  type TrackingDependencies,
  verifyTracker,
  withdrawEvidence,
} from '#tracking';
import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';
import { addCast, addMilestone, type Cast, dependenciesAt, PLAN } from './people.js';

let test: TestPlatform;
let tracking: TrackingDependencies;
let cast: Cast;
const clock = { day: '2026-03-02' };
const connections: DataSource[] = [];
const plan = PLAN;

beforeAll(async () => {
  test = await openTestPlatform();
  cast = await addCast(test.platform.dataSource);
  tracking = dependenciesAt(test.platform, clock);
  for (let n = 0; n < 3; n++) connections.push(await openDataSource(test.databaseUrl, 3));
});
afterAll(async () => {
  for (const connection of connections) await connection.destroy();
  await test.close();
});

const codes = (name: 'completion' | 'milestoneState') => fc.constantFrom(...Object.keys(ENUMERATIONS[name].codes));
const text = fc.constantFrom('', 'porque sí');
const people = fc.constantFrom<keyof Cast>(
  'implementer',
  'supporter',
  'stranger',
  'counterpart',
  'secretariat',
  'monitor',
  'administrator',
);

/** What somebody may try; half of the time it is somebody who could. */
const tries = fc.record({
  type: fc.constantFrom(
    'start',
    'report',
    'report',
    'accept',
    'accept',
    'return',
    'close',
    'reschedule',
    'prove',
    'prove',
    'withdraw',
  ),
  who: people,
  able: fc.boolean(),
  level: fc.oneof(fc.constant('completo'), codes('completion')),
  text,
  which: fc.nat(5),
});

type Try = typeof tries extends fc.Arbitrary<infer Of> ? Of : never;

function ableTo({ type }: Try): keyof Cast {
  if (type === 'accept' || type === 'return') return 'counterpart';
  return type === 'close' || type === 'reschedule' ? 'secretariat' : 'implementer';
}

async function attemptTo(dependencies: TrackingDependencies, milestone: string, one: Try): Promise<Outcome> {
  const person = cast[one.able ? ableTo(one) : one.who];
  const about = { plan, milestone };
  const { progress, plan: now } = (await readTracker(dependencies.dataSource, plan))!;
  const own = now.evidence.filter(({ target }) => target === milestone).map(({ id }) => id);
  const evidence = own[one.which % Math.max(own.length, 1)] ?? 'ninguna';
  const pending = progress.findLast((report) => report.milestone === milestone)?.id ?? 'ninguno';
  switch (one.type) {
    case 'start':
      return startMilestone(dependencies, person, about);
    case 'report':
      return reportProgress(dependencies, person, {
        ...about,
        level: one.level,
        text: 'Avance.',
        challenges: one.text,
        evidence: own.slice(0, one.which),
      });
    case 'accept':
      return reviewReport(dependencies, person, { plan, report: pending, verdict: 'accepted', reason: one.text });
    case 'return':
      return reviewReport(dependencies, person, { plan, report: pending, verdict: 'returned', reason: one.text });
    case 'close':
      return closeMilestone(dependencies, person, about);
    case 'reschedule':
      return reschedule(dependencies, person, { ...about, to: `2027-0${one.which + 1}-15`, reason: one.text });
    case 'prove':
      return proveDirectly(dependencies, person, milestone);
    default:
      return withdrawEvidence(dependencies, person, { plan, evidence, reason: one.text });
  }
}

async function proveDirectly(dependencies: TrackingDependencies, person: Actor, target: string): Promise<Outcome> {
  const path = join(tmpdir(), `c7-prueba-${process.pid}.txt`);
  await writeFile(path, 'Una minuta.');
  return addEvidence(dependencies, person, {
    plan,
    target,
    kind: 'minuta',
    title: 'x',
    proves: 'x',
    file: { path, name: 'a.txt' },
  });
}

/** What must hold of what is stored, whatever was tried. */
async function expectRules(): Promise<void> {
  const { dataSource } = test.platform;
  const broken = (await dataSource.query(`
    SELECT m.id || ' ' || m.state AS what FROM tracker_milestone m WHERE m.state IN ('reportada', 'verificada', 'parcial')
       AND NOT EXISTS (SELECT FROM tracker_evidence e WHERE e.plan_id = m.plan_id AND e.target = m.id AND e.withdrawn_on IS NULL)
    UNION ALL SELECT r.id FROM tracker_report r WHERE r.reviewer = r.recorded_by OR r.reviewer_organisation IN ('sepaf', 'cgiec')
    UNION ALL SELECT e.seq::text FROM tracker_event e WHERE e.actor_role IN ('admin', 'lector')
    UNION ALL SELECT m.id FROM tracker_milestone m WHERE m.original_due <> '2026-06-30'
    UNION ALL SELECT e.seq::text FROM tracker_event e WHERE (e.field = 'currentDue' OR (e.field = 'review' AND e."to" = 'returned'))
       AND coalesce(e.reason, '') = ''`)) as { what: string }[];
  expect(broken).toEqual([]);
  expect((await verifyTracker(dataSource)).flatMap(({ faults }) => faults)).toEqual([]);
}

describe('any sequence of steps, by several writers at once', () => {
  it('keeps the rules, and a log that is whole', async () => {
    const writers = connections.map((dataSource) => ({ ...tracking, dataSource }));
    let done = 0;
    const run = fc.asyncProperty(
      fc.array(fc.tuple(tries, fc.nat(1)), { minLength: 12, maxLength: 24 }),
      async (steps) => {
        const milestones = [await addMilestone(tracking, cast, 'Una'), await addMilestone(tracking, cast, 'Otra')];
        const lanes = writers.map(async (writer, lane) => {
          for (const [index, [one, which]] of steps.entries())
            if (index % writers.length === lane && (await attemptTo(writer, milestones[which]!, one)).ok) done += 1;
        });
        await Promise.all(lanes);
        await expectRules();
      },
    );
    await fc.assert(run, { numRuns: 8, endOnFailure: true });
    expect(done).toBeGreaterThan(8);
  });
});

/** Anything that a line could say of a milestone, right or wrong. */
const lines = fc.record({
  field: fc.constantFrom('state', 'state', 'state', 'review', 'report', 'currentDue', 'evidence', 'otra'),
  from: fc.oneof(codes('milestoneState'), fc.constantFrom(null, 'pending')),
  to: fc.oneof(codes('milestoneState'), fc.constantFrom(null, 'accepted', 'returned', '2027-01-01')),
  reason: fc.constantFrom(undefined, 'porque sí'),
  role: fc.constantFrom(
    'implementador',
    'osc_contraparte',
    'secretariado',
    'monitor_itei',
    'admin',
    'lector',
    'medicion',
    'importacion',
  ),
  organisation: fc.constantFrom('sepaf', 'corporativa', 'stl'),
  honest: fc.boolean(),
});

type Line = typeof lines extends fc.Arbitrary<infer Of> ? Of : never;

const STATEMENTS = [
  `UPDATE tracker_milestone SET state = 'verificada'`,
  `UPDATE tracker_milestone SET original_due = '2030-01-01'`,
  `UPDATE tracker_report SET review = 'accepted', reviewer = 'x'`,
  `UPDATE tracker_evidence SET withdrawn_on = now(), withdrawn_reason = 'x'`,
  `UPDATE tracker_assessment SET stage = 'final'`,
  `DELETE FROM tracker_evidence`,
  `DELETE FROM tracker_event`,
  `UPDATE tracker_event SET reason = 'x'`,
  `TRUNCATE tracker_milestone CASCADE`,
  `UPDATE tracker_record SET body = '{}'`,
  `INSERT INTO tracker_assessment (plan_id, id, commitment, lane, stage, completion, body, recorded_by, started_on)
   VALUES ('${PLAN}', 'x', 'c7', 'itei', 'final', 'completo', '{}', 'account:x', now())`,
  `INSERT INTO tracker_assessment (plan_id, id, commitment, lane, stage, completion, body, recorded_by, legacy_declared, started_on)
   VALUES ('${PLAN}', 'x', 'c7', 'autoevaluacion', 'draft', 'completo', '{}', 'account:x', true, now())`,
];

describe('whoever writes to the tables themselves, as their owner', () => {
  it('adds no line that the rules do not let through', async () => {
    const milestone = await addMilestone(tracking, cast, 'Directa');
    const legal = { field: 'state', from: null, to: 'en_proceso', reason: undefined, honest: true } as const;
    expect(await insertLine(milestone, { ...legal, role: 'admin', organisation: 'sepaf' })).toBe(false);
    expect(await insertLine(milestone, { ...legal, role: 'implementador', organisation: 'sepaf' })).toBe(true);
    const property = fc.asyncProperty(fc.array(lines, { minLength: 5, maxLength: 12 }), async (tried) => {
      for (const line of tried) await insertLine(milestone, line);
      await expectRules();
    });
    await fc.assert(property, { numRuns: 12, endOnFailure: true });
    expect(verifyChain(await loadLog(test.platform.dataSource, plan))).toMatchObject({ ok: true });
  });

  it('is refused every statement that changes what is told, or tells it without a line', async () => {
    const milestone = await addMilestone(tracking, cast, 'Otra más');
    const able = { who: 'implementer', able: true, level: 'sustancial', text: '', which: 0 } as const;
    for (const type of ['report', 'prove'] as const) await attemptTo(tracking, milestone, { type, ...able });
    for (const statement of STATEMENTS)
      expect([statement, await test.platform.dataSource.query(statement).then(() => 'done', nameOf)]).toEqual([
        statement,
        'QueryFailedError',
      ]);
  });
});

function nameOf(error: unknown): string {
  return error instanceof QueryFailedError ? 'QueryFailedError' : String(error);
}

/** @returns whether the database took it */
async function insertLine(
  milestone: string,
  { field, from, to, reason, role, organisation, honest }: Line,
): Promise<boolean> {
  const { dataSource } = test.platform;
  const [head] = (await dataSource.query('SELECT seq, hash FROM tracker_head WHERE plan_id = $1', [plan])) as LogHead[];
  const [now] = (await dataSource.query('SELECT state FROM tracker_milestone WHERE id = $1', [milestone])) as {
    state: string;
  }[];
  const told = field === 'state' && honest ? now!.state : from;
  const change: StatusChange = {
    entity: 'milestone',
    entityId: milestone,
    field,
    from: told,
    to,
    ...(reason && { reason }),
  };
  const actor = { id: 'account:x', role, organisation } as Parameters<typeof chainEvents>[2]['actor'];
  const when = { actor, recordedAt: '2026-04-01T00:00:00.000Z', effectiveOn: '2026-04-01' };
  const [line] = chainEvents(head ?? EMPTY_LOG, [change], when);
  const { seq, prevHash, hash } = line!;
  const values = [
    plan,
    seq,
    'milestone',
    milestone,
    field,
    told,
    to,
    actor.id,
    role,
    organisation,
    when.recordedAt,
    when.effectiveOn,
    reason ?? null,
    prevHash,
    hash,
  ];
  return dataSource
    .query(
      `INSERT INTO tracker_event (plan_id, seq, entity, entity_id, field, "from", "to", actor, actor_role, actor_organisation,
         recorded_at, effective_on, reason, prev_hash, hash) VALUES (${values.map((_, at) => `$${at + 1}`).join(', ')})`,
      values,
    )
    .then(() => true)
    .catch((error: unknown) => {
      if (error instanceof QueryFailedError) return false;
      throw error;
    });
}
