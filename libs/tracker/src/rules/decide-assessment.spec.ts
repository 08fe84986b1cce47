import fc from 'fast-check';
import { ENUMERATIONS } from '../model/enumerations.js';
import type { Actor, Role } from './actor.js';
import { type AssessmentAction, type AssessmentState, decideAssessment } from './decide-assessment.js';

const DRAFT: AssessmentState = {
  id: 'a1',
  lane: 'itei',
  stage: 'draft',
  implementers: ['sepaf'],
  assessor: 'mario',
  organisation: 'itei',
  completion: 'limitado',
  narrative: 'Se publicaron 244 de los procesos',
  evidence: ['ev1'],
  coiDeclaration: 'Ninguno',
};

const MONITOR: Actor = { id: 'mario', role: 'monitor_itei', organisation: 'itei' };
const IMPLEMENTER: Actor = { id: 'ana', role: 'implementador', organisation: 'sepaf' };
const SEND: AssessmentAction = { type: 'send', on: '2025-03-01', replyDue: '2025-03-15' };
const REPLY: AssessmentAction = { type: 'reply', on: '2025-03-10', agrees: 'no', text: 'Se publicaron todos' };

function after(start: AssessmentState, ...steps: readonly (readonly [AssessmentAction, Actor])[]) {
  let state = start;
  for (const [action, actor] of steps) {
    const decision = decideAssessment(state, action, actor);
    if (!decision.ok) return decision.refusal.code;
    state = decision.state;
  }
  return state;
}

describe('decideAssessment', () => {
  it('becomes final after the reply, and keeps it', () => {
    const final = after(
      DRAFT,
      [SEND, MONITOR],
      [REPLY, IMPLEMENTER],
      [{ type: 'finalise', on: '2025-03-11' }, MONITOR],
    );
    expect(final).toMatchObject({ stage: 'final', reply: { agrees: 'no', organisation: 'sepaf' } });
  });

  it('becomes final without reply once its time has passed, and not before', () => {
    const finalise = (on: string) => after(DRAFT, [SEND, MONITOR], [{ type: 'finalise', on }, MONITOR]);
    expect(finalise('2025-03-15')).toBe('REPLY_OPEN');
    expect(finalise('2025-03-16')).toMatchObject({ stage: 'final' });
  });

  it.each<[string, string, AssessmentState, readonly [AssessmentAction, Actor][]]>([
    ['SAME_ORGANISATION', 'an assessment by who implements', { ...DRAFT, implementers: ['itei'] }, [[SEND, MONITOR]]],
    ['CONFLICT_OF_INTEREST', 'no declaration of interests', { ...DRAFT, coiDeclaration: '' }, [[SEND, MONITOR]]],
    [
      'NO_EVIDENCE',
      '«completo» without evidence',
      { ...DRAFT, completion: 'completo', evidence: [] },
      [[SEND, MONITOR]],
    ],
    ['DATE', 'a time to reply that is past', DRAFT, [[{ ...SEND, replyDue: '2025-02-01' }, MONITOR]]],
    [
      'REPLY_LATE',
      'a reply after its time',
      DRAFT,
      [
        [SEND, MONITOR],
        [{ ...REPLY, on: '2025-03-16' }, IMPLEMENTER],
      ],
    ],
    [
      'NOT_IMPLEMENTER',
      'a reply of another',
      DRAFT,
      [
        [SEND, MONITOR],
        [REPLY, { ...IMPLEMENTER, organisation: 'x' }],
      ],
    ],
    ['TRANSITION', 'a reply to a draft', DRAFT, [[REPLY, IMPLEMENTER]]],
    ['TRANSITION', 'an edit of what is final', { ...DRAFT, stage: 'final' }, [[SEND, MONITOR]]],
    [
      'REASON',
      'a new one without reason',
      { ...DRAFT, stage: 'final' },
      [[{ type: 'supersede', on: '2025-04-01', by: 'a2', reason: '' }, MONITOR]],
    ],
    ['ADMIN', 'an administrator', DRAFT, [[SEND, { id: 'x', role: 'admin', organisation: 'itei' }]]],
  ])('refuses with %s: %s', (code, _, start, steps) => {
    expect(after(start, ...steps)).toBe(code);
  });

  it('is never final, in any sequence, without its time to reply, by an implementer or by a role that does not assess', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2025-03-${String(n).padStart(2, '0')}`);
    const action = fc.oneof(
      fc.record({ type: fc.constant('send' as const), on: day, replyDue: day }),
      fc.record({
        type: fc.constant('reply' as const),
        on: day,
        agrees: fc.constant('no' as const),
        text: fc.constantFrom('', 'x'),
      }),
      fc.record({ type: fc.constant('finalise' as const), on: day }),
      fc.record({
        type: fc.constant('supersede' as const),
        on: day,
        by: fc.constant('a2'),
        reason: fc.constantFrom('', 'x'),
      }),
    );
    const actor = fc.record({
      id: fc.constantFrom('mario', 'ana'),
      role: fc.constantFrom(...(Object.keys(ENUMERATIONS.role.codes) as Role[])),
      organisation: fc.constantFrom('itei', 'sepaf'),
    });
    let finals = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(action, fc.oneof(actor, fc.constantFrom(MONITOR, IMPLEMENTER))), { maxLength: 12 }),
        (steps) => {
          let state = DRAFT;
          for (const [step, who] of steps) {
            const decision = decideAssessment(state, step, who);
            if (!decision.ok) continue;
            state = decision.state;
            if (state.stage !== 'final') continue;
            finals++;
            expect(state.reply !== undefined || step.on > state.replyDue!).toBe(true);
            expect([who.organisation, who.role]).not.toContain('sepaf');
            expect(['monitor_itei', 'evaluador_externo']).toContain(who.role);
          }
        },
      ),
      { numRuns: 3000, seed: 7 },
    );
    expect(finals).toBeGreaterThan(10);
  });
});
