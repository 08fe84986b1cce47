import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type DataSource, QueryFailedError } from 'typeorm';
import type { Actor } from '#access';
import { openDataSource } from '#database';
import { chainEvents, ENUMERATIONS, type LogHead, type Role, verifyChain } from '#tracker';
import {
  addEvidence,
  declareCompletion,
  editDraft,
  finaliseAssessment,
  loadLog,
  type Outcome,
  reply,
  sendForReply,
  startAssessment,
  supersedeAssessment,
  type TrackingDependencies,
  verifyTracker,
} from '#tracking';
import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';
import { addPerson, as } from '../access/people.js';
import { addCast, addMilestone, type Cast, dependenciesAt, done, PLAN } from './people.js';

const DAY_MS = 86_400_000;
const RUNS = 10;

let test: TestPlatform;
let tracking: TrackingDependencies;
let people: Readonly<Record<keyof Cast | 'insider', Actor>>;
let proof: string;
const clock = { day: '2026-03-02' };
const connections: DataSource[] = [];
const plan = PLAN;
const commitment = 'c7';

beforeAll(async () => {
  test = await openTestPlatform();
  const { dataSource } = test.platform;
  const cast = await addCast(dataSource);
  // Monitors, and for an organisation that implements.
  people = { ...cast, insider: await addPerson(dataSource, 'de dentro', as('monitor', 'sepaf')) };
  tracking = dependenciesAt(test.platform, clock);
  await addMilestone(tracking, cast);
  const path = join(tmpdir(), `c7-evaluacion-${process.pid}.txt`);
  await writeFile(path, 'Una minuta.');
  const about = { plan, target: commitment, kind: 'minuta', title: 'Minuta', proves: 'Que hubo' };
  proof = (await done(addEvidence(tracking, cast.implementer, { ...about, file: { path, name: 'a.txt' } }))).evidence;
  for (let n = 0; n < 3; n++) connections.push(await openDataSource(test.databaseUrl, 3));
});
afterAll(async () => {
  for (const connection of connections) await connection.destroy();
  await test.close();
});

const TYPES = [
  'start',
  'start',
  'edit',
  'send',
  'send',
  'reply',
  'reply',
  'finalise',
  'finalise',
  'supersede',
] as const;

/** What somebody may try; two times in three it is somebody who could. */
const tries = fc.record({
  type: fc.constantFrom(...TYPES, 'declare', 'wait'),
  who: fc.constantFrom(...(['implementer', 'supporter', 'stranger', 'counterpart', 'secretariat'] as const)),
  assessor: fc.constantFrom(...(['monitor', 'assessor', 'insider', 'administrator'] as const)),
  able: fc.nat(2),
  completion: fc.constantFrom('completo', ...Object.keys(ENUMERATIONS.completion.codes)),
  text: fc.constantFrom('', 'porque sí', 'porque sí', 'porque sí'),
  proved: fc.boolean(),
  days: fc.integer({ min: -1, max: 4 }),
  which: fc.nat(20),
});

type Try = typeof tries extends fc.Arbitrary<infer Of> ? Of : never;

interface Stored {
  readonly id: string;
  readonly stage: string;
  readonly recordedBy: string;
  readonly organisation: string;
}

const STORED = `SELECT id, stage, recorded_by AS "recordedBy", organisation FROM tracker_assessment
  WHERE plan_id = $1 AND commitment = $2 AND lane <> 'autoevaluacion' AND recorded_by <> 'system:import' ORDER BY id`;

const FROM: Readonly<Record<string, readonly string[]>> = {
  edit: ['draft'],
  send: ['draft'],
  reply: ['sent_for_reply'],
  finalise: ['sent_for_reply', 'replied'],
  supersede: ['final'],
};

/** Two times in three something at the stage that the step needs, taken up by who could. */
async function attempt(dependencies: TrackingDependencies, one: Try): Promise<Outcome> {
  const stored = (await dependencies.dataSource.query(STORED, [plan, commitment])) as Stored[];
  const fitting = one.able === 0 ? stored : stored.filter(({ stage }) => FROM[one.type]?.includes(stage));
  const target = fitting[one.which % Math.max(fitting.length, 1)];
  const assessment = target?.id ?? 'ninguna';
  const own = Object.values(people).find(({ id }) => target?.recordedBy === `account:${id}`);
  const assessor = one.able === 0 ? people[one.who] : (own ?? people[one.assessor]);
  const insiders = [people.implementer, people.supporter, people[one.who]];
  const implementer = one.able === 0 ? people[one.assessor] : insiders[one.which % 3]!;
  const said = {
    completion: one.completion,
    narrative: one.text,
    coiDeclaration: one.text,
    evidence: one.proved ? [proof] : [],
  };
  switch (one.type) {
    case 'start':
      return startAssessment(dependencies, one.able === 0 ? people[one.who] : people[one.assessor], {
        plan,
        commitment,
        ...said,
      });
    case 'edit':
      return editDraft(dependencies, assessor, { plan, assessment, ...said });
    case 'send':
      return sendForReply(dependencies, assessor, { plan, assessment, replyDue: dayAfter(one.days) });
    case 'reply':
      return reply(dependencies, implementer, { plan, assessment, agrees: 'no', text: one.text });
    case 'finalise':
      return finaliseAssessment(dependencies, assessor, { plan, assessment });
    case 'supersede': {
      const by = fitting.find(({ id, organisation }) => id !== assessment && organisation === target?.organisation);
      return supersedeAssessment(dependencies, assessor, {
        plan,
        assessment,
        by: by?.id ?? 'ninguna',
        reason: one.text,
      });
    }
    case 'declare':
      return declareCompletion(dependencies, implementer, { plan, commitment, text: one.text, ...said });
    default:
      clock.day = dayAfter(Math.max(1, one.days));
      return { ok: true };
  }
}

function dayAfter(days: number): string {
  return new Date(Date.parse(clock.day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** What must hold of what is stored, whatever was tried. */
const BROKEN = `
  SELECT id AS what FROM tracker_assessment WHERE lane <> 'autoevaluacion' AND recorded_by <> 'system:import' AND organisation IN ('sepaf', 'cgiec')
  UNION ALL SELECT id FROM tracker_assessment WHERE lane = 'autoevaluacion' AND recorded_by <> 'system:import' AND organisation NOT IN ('sepaf', 'cgiec')
  UNION ALL SELECT id FROM tracker_assessment WHERE completion = 'completo' AND stage <> 'draft' AND evidence = '{}' AND NOT legacy_declared
  UNION ALL SELECT a.id FROM tracker_assessment a WHERE a.stage IN ('final', 'superseded') AND a.lane <> 'autoevaluacion' AND a.recorded_by <> 'system:import'
     AND a.final_on <= a.reply_due AND NOT EXISTS (SELECT FROM tracker_reply r WHERE r.plan_id = a.plan_id AND r.assessment = a.id)
  UNION ALL SELECT a.id FROM tracker_assessment a JOIN tracker_reply r ON r.plan_id = a.plan_id AND r.assessment = a.id
     WHERE r.replied_on > a.reply_due OR r.organisation NOT IN ('sepaf', 'cgiec') OR a.replied_on IS NULL
  UNION ALL SELECT 'declaraciones' FROM tracker_assessment WHERE lane = 'autoevaluacion' AND commitment = 'c7' AND stage = 'final' HAVING count(*) > 1
  UNION ALL SELECT e.seq::text FROM tracker_event e WHERE e.actor_role IN ('admin', 'lector', 'medicion')
  UNION ALL SELECT e.seq::text FROM tracker_event e WHERE e."to" = 'superseded' AND coalesce(e.reason, '') = ''
  UNION ALL SELECT a.id FROM tracker_assessment a WHERE a.recorded_by <> 'system:import' AND a.lane <> 'autoevaluacion' AND a.stage <> coalesce(
     (SELECT e."to" FROM tracker_event e WHERE e.plan_id = a.plan_id AND e.entity_id = a.id AND e.field = 'stage' ORDER BY seq DESC LIMIT 1), 'draft')`;

async function expectRules(): Promise<void> {
  const { dataSource } = test.platform;
  expect(await dataSource.query(BROKEN)).toEqual([]);
  expect((await verifyTracker(dataSource)).flatMap(({ faults }) => faults)).toEqual([]);
  expect(verifyChain(await loadLog(dataSource, plan))).toMatchObject({ ok: true });
}

describe('any sequence of assessments, replies and declarations, by several writers at once', () => {
  it('keeps the rules, and a log that is whole', async () => {
    const writers = connections.map((dataSource) => ({ ...tracking, dataSource }));
    const counts: Record<string, number> = {};
    const run = fc.asyncProperty(fc.array(tries, { minLength: 30, maxLength: 60 }), async (steps) => {
      const lanes = writers.map(async (writer, lane) => {
        for (const [index, one] of steps.entries())
          if (index % writers.length === lane && (await attempt(writer, one)).ok)
            counts[one.type] = (counts[one.type] ?? 0) + 1;
      });
      await Promise.all(lanes);
      await expectRules();
    });
    await fc.assert(run, { numRuns: RUNS, endOnFailure: true });
    // Every kind of step was taken, else the rules were never at work.
    expect(Object.keys(counts).toSorted()).toEqual([...new Set(TYPES), 'declare', 'wait'].toSorted());
  });
});

/** Anything that a line could say of an assessment or of a declaration, right or wrong. */
const lines = fc.record({
  entity: fc.constantFrom('assessment', 'assessment', 'commitment'),
  field: fc.constantFrom('stage', 'stage', 'completion', 'otra'),
  to: fc.constantFrom(...Object.keys(ENUMERATIONS.assessmentStage.codes), 'completo', null),
  reason: fc.constantFrom(null, 'porque sí'),
  role: fc.constantFrom<Role>(
    'monitor_itei',
    'evaluador_externo',
    'implementador',
    'secretariado',
    'admin',
    'medicion',
    'importacion',
  ),
  organisation: fc.constantFrom('itei', 'petersen', 'sepaf', 'stl'),
  likely: fc.boolean(),
  which: fc.nat(20),
});

type Line = typeof lines extends fc.Arbitrary<infer Of> ? Of : never;

it('is not got around by who writes lines to the log, as the owner of the tables', async () => {
  const right = { role: 'monitor_itei', organisation: 'itei', likely: true, which: 0 } as const;
  const told = { entity: 'assessment', field: 'stage', to: null, reason: null } as const;
  const final = { id: (await settle()).id, stage: 'final' };
  expect(await insertLine({ ...told, ...right, organisation: 'petersen' }, final)).toBe(false);
  expect(await insertLine({ ...told, ...right, role: 'admin' }, final)).toBe(false);
  expect(await insertLine({ ...told, ...right }, final)).toBe(true);
  const property = fc.asyncProperty(fc.array(lines, { minLength: 10, maxLength: 20 }), async (tried) => {
    for (const line of tried) await insertLine(line);
    const { dataSource } = test.platform;
    const others = `SELECT e.seq FROM tracker_event e JOIN tracker_assessment a ON a.plan_id = e.plan_id AND a.id = e.entity_id
      WHERE e.field = 'stage' AND e."to" IN ('sent_for_reply', 'final', 'superseded') AND a.lane <> 'autoevaluacion'
        AND (e.actor_organisation <> a.organisation OR e.actor_role NOT IN ('monitor_itei', 'evaluador_externo'))`;
    expect(await dataSource.query(others)).toEqual([]);
    await expectRules();
  });
  await fc.assert(property, { numRuns: 2 * RUNS, endOnFailure: true });
});

/** A final assessment by the monitor, after its reply. */
async function settle(): Promise<{ readonly id: string }> {
  const said = { completion: 'limitado', narrative: 'Falta', coiDeclaration: 'Ninguno', replyDue: clock.day };
  const { monitor, implementer } = people;
  const { assessment } = await done(startAssessment(tracking, monitor, { plan, commitment, ...said }));
  await done(reply(tracking, implementer, { plan, assessment, agrees: 'no', text: 'No falta' }));
  await done(finaliseAssessment(tracking, monitor, { plan, assessment }));
  return { id: assessment };
}

/** The step that comes after each: right, when whoever takes it may. */
const NEXT: Readonly<Record<string, string>> = {
  draft: 'sent_for_reply',
  sent_for_reply: 'final',
  replied: 'final',
  final: 'superseded',
};

/** @returns whether the database took it */
async function insertLine(
  { role, organisation, which, likely, ...told }: Line,
  one?: Pick<Stored, 'id' | 'stage'>,
): Promise<boolean> {
  const { dataSource } = test.platform;
  const stored = (await dataSource.query(STORED, [plan, commitment])) as Stored[];
  const target = one ?? stored[which % stored.length]!;
  const next = { entity: 'assessment', field: 'stage', to: NEXT[target.stage] ?? null, reason: 'porque sí' };
  const { entity, field, to, reason } = likely ? next : told;
  const [head] = (await dataSource.query('SELECT seq, hash FROM tracker_head WHERE plan_id = $1', [plan])) as [LogHead];
  const entityId = entity === 'assessment' ? target.id : commitment;
  const change = { entity, entityId, field, from: target.stage, to, ...(reason !== null && { reason }) };
  const actor = { id: 'account:x', role, organisation };
  const when = { actor, recordedAt: `${clock.day}T00:00:00.000Z`, effectiveOn: clock.day };
  const [line] = chainEvents(head, [change], when);
  const { seq, from, actorRole, recordedAt, prevHash, hash } = line!;
  const values = [plan, seq, entity, entityId, field, from, to, actor.id, actorRole, organisation, recordedAt];
  return dataSource
    .query(
      `INSERT INTO tracker_event (plan_id, seq, entity, entity_id, field, "from", "to", actor, actor_role, actor_organisation,
         recorded_at, effective_on, reason, prev_hash, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [...values, clock.day, reason, prevHash, hash],
    )
    .then(() => true)
    .catch((error: unknown) => {
      if (error instanceof QueryFailedError) return false;
      throw error;
    });
}
