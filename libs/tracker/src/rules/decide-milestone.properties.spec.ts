import fc from 'fast-check';
import { chainEvents, EMPTY_LOG, type StatusEvent } from '../log/status-event.js';
import { verifyChain } from '../log/verify-chain.js';
import { ENUMERATIONS } from '../model/enumerations.js';
import type { Actor, Role } from './actor.js';
import { decideMilestone } from './decide-milestone.js';
import type { MilestoneAction } from './milestone-action.js';
import type { MilestoneState } from './milestone-state.js';

const codes = (name: 'role' | 'completion' | 'milestoneState') =>
  fc.constantFrom(...Object.keys(ENUMERATIONS[name].codes));
const text = fc.constantFrom('', ' ', 'porque sí');
const day = fc.integer({ min: 0, max: 700 }).map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
const evidence = fc.constantFrom('ev1', 'ev2', 'ev3');

const actors: fc.Arbitrary<Actor> = fc.record({
  id: fc.constantFrom('ana', 'beto', 'carla'),
  role: codes('role') as fc.Arbitrary<Role>,
  organisation: fc.constantFrom('sepaf', 'apoyo', 'itei', 'corporativa'),
});

const actions = fc.oneof(
  fc.record({ type: fc.constant('start'), on: day }),
  fc.record({
    type: fc.constant('report'),
    on: day,
    report: fc.uuid(),
    period: fc.constantFrom('2025-C1', '2025-C3', '2026-C2'),
    level: codes('completion'),
    text,
    challenges: text,
    evidence: fc.array(evidence, { maxLength: 2 }),
  }),
  fc.record({ type: fc.constant('accept'), on: day, shortfall: fc.option(text, { nil: undefined }) }),
  fc.record({ type: fc.constant('return'), on: day, reason: text }),
  fc.record({ type: fc.constant('cancel'), on: day, reason: text, session: text }),
  fc.record({ type: fc.constant('close'), on: day }),
  fc.record({ type: fc.constant('withdraw'), on: day, evidence, reason: text }),
  fc.record({ type: fc.constant('reschedule'), on: day, to: fc.oneof(day, fc.constant('2025-02-30')), reason: text }),
  fc.record({ type: fc.constant('measure'), on: day, state: codes('milestoneState'), basis: fc.constant('hash') }),
) as fc.Arbitrary<MilestoneAction>;

/** Half of the steps are by someone who could take them, so that sequences get far. */
const steps = fc.array(
  fc
    .tuple(actions, actors, fc.boolean())
    .map(([action, actor, able]) => [action, able ? ableTo(action) : actor] as const),
  { maxLength: 40 },
);

function ableTo({ type }: MilestoneAction): Actor {
  if (type === 'accept' || type === 'return')
    return { id: 'beto', role: 'osc_contraparte', organisation: 'corporativa' };
  if (type === 'measure') return { id: 'regla', role: 'medicion' };
  const role = type === 'start' || type === 'report' || type === 'withdraw' ? 'implementador' : 'secretariado';
  return { id: 'ana', role, organisation: 'sepaf' };
}

const starts: fc.Arbitrary<MilestoneState> = fc.record({
  id: fc.constant('m1'),
  mode: fc.constantFrom('declared', 'measured'),
  state: fc.constant('programada'),
  implementers: fc.constant(['sepaf', 'apoyo']),
  evidence: fc.constant([]),
  originalDue: fc.constant({ earliest: '2025-06-01', latest: '2025-06-30', precision: 'month' }),
  reports: fc.constant([]),
  reschedules: fc.constant([]),
});

interface Step {
  readonly before: MilestoneState;
  readonly after: MilestoneState;
  readonly action: MilestoneAction;
  readonly actor: Actor;
  readonly events: readonly StatusEvent[];
}

/** The steps that were allowed, and what each left on the log; whatever is refused changes nothing. */
function walk(start: MilestoneState, tried: readonly (readonly [MilestoneAction, Actor])[]): readonly Step[] {
  let before = start;
  let head = EMPTY_LOG;
  return tried.flatMap(([action, actor]) => {
    const unchanged = JSON.stringify(before);
    const decision = decideMilestone(before, action, actor);
    if (JSON.stringify(before) !== unchanged) throw new Error(`${action.type} changed the state it was given`);
    if (!decision.ok) return [];
    const events = chainEvents(head, decision.changes, {
      actor,
      recordedAt: `${action.on}T00:00:00Z`,
      effectiveOn: action.on,
    });
    head = events.at(-1) ?? head;
    const step = { before, after: decision.state, action, actor, events };
    before = decision.state;
    return [step];
  });
}

const RUNS = { numRuns: 300 };

describe('any sequence of steps on a milestone', () => {
  it('leaves nothing reported, verified or partly met without evidence, but what a rule measures', () => {
    fc.assert(
      fc.property(starts, steps, (start, tried) => {
        for (const { after } of walk(start, tried)) {
          if (after.mode === 'declared' && ['reportada', 'verificada', 'parcial'].includes(after.state)) {
            expect(after.evidence).not.toEqual([]);
          }
        }
      }),
      RUNS,
    );
  });

  it('lets no administrator or reader change anything, nor an implementing organisation review', () => {
    fc.assert(
      fc.property(starts, steps, (start, tried) => {
        for (const { actor, action, before } of walk(start, tried)) {
          expect(['admin', 'lector', 'importacion']).not.toContain(actor.role);
          if (action.type !== 'accept' && action.type !== 'return') continue;
          expect(before.implementers).not.toContain(actor.organisation);
          expect(before.reports.find(({ review }) => review === 'pending')?.reporter).not.toBe(actor.id);
        }
      }),
      RUNS,
    );
  });

  it('moves a measured milestone only by its rule, a cancellation or nothing, and never moves the first date', () => {
    fc.assert(
      fc.property(starts, steps, (start, tried) => {
        for (const { before, after, action } of walk(start, tried)) {
          expect(after.originalDue).toBe(start.originalDue);
          if (before.mode === 'measured' && before.state !== after.state) {
            expect(['measure', 'cancel']).toContain(action.type);
          }
        }
      }),
      RUNS,
    );
  });

  it('tells a reason for every step back, cancellation, rescheduling and withdrawal', () => {
    fc.assert(
      fc.property(starts, steps, (start, tried) => {
        for (const { before, action, events } of walk(start, tried)) {
          const back =
            before.state !== 'programada' && events.some(({ field, to }) => field === 'state' && to === 'en_proceso');
          if (back || ['cancel', 'reschedule', 'withdraw', 'return'].includes(action.type)) {
            expect(events.every(({ reason }) => reason !== null && reason.trim() !== '')).toBe(true);
            expect(events).not.toEqual([]);
          }
        }
      }),
      RUNS,
    );
  });

  it('leaves a whole log that tells the state it ended in', () => {
    fc.assert(
      fc.property(starts, steps, (start, tried) => {
        const taken = walk(start, tried);
        const log = taken.flatMap(({ events }) => events);
        expect(verifyChain(log)).toMatchObject({ ok: true });
        const told = log.findLast(({ field }) => field === 'state')?.to ?? start.state;
        expect(told).toBe(taken.at(-1)?.after.state ?? start.state);
      }),
      RUNS,
    );
  });

  it('gets as far as every state', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(starts, steps, (start, tried) => {
        for (const { after } of walk(start, tried)) reached.add(after.state);
      }),
      { numRuns: 1000, seed: 7 },
    );
    expect([...reached].sort()).toEqual(Object.keys(ENUMERATIONS.milestoneState.codes).sort());
  });
});
