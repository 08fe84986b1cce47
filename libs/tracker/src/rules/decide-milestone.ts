import type { Bilingual } from '#ocds';
import { type CodeOf, labelOf } from '../model/enumerations.js';
import { type Actor, isBlank, refuseRole, type Role } from './actor.js';
import type { MilestoneAction } from './milestone-action.js';
import type { MilestoneState } from './milestone-state.js';
import { type Decision, refuse } from './refusal.js';
import { decideReport } from './decide-report.js';
import { decideReview } from './decide-review.js';
import { moveTo } from './move-to.js';
import { reschedule } from './reschedule.js';
import { withdrawEvidence } from './withdraw-evidence.js';

type State = CodeOf<'milestoneState'>;

interface Rule {
  readonly says: Bilingual;
  readonly roles: readonly Role[];
  readonly from: readonly State[];
}

const OPEN: readonly State[] = ['programada', 'en_proceso', 'reportada'];
const REVIEWERS: readonly Role[] = ['osc_contraparte', 'enlace', 'monitor_itei'];

/** Who may do what, and from which states. */
export const MILESTONE_RULES: Readonly<Record<MilestoneAction['type'], Rule>> = {
  start: { says: { es: 'iniciar', en: 'start' }, roles: ['implementador'], from: ['programada'] },
  report: { says: { es: 'reportar avance', en: 'report progress' }, roles: ['implementador'], from: ['en_proceso'] },
  accept: { says: { es: 'aceptar', en: 'accept' }, roles: REVIEWERS, from: ['en_proceso', 'reportada'] },
  return: { says: { es: 'devolver', en: 'return' }, roles: REVIEWERS, from: ['en_proceso', 'reportada'] },
  cancel: { says: { es: 'cancelar', en: 'cancel' }, roles: ['secretariado'], from: OPEN },
  close: { says: { es: 'cerrar', en: 'close' }, roles: ['secretariado'], from: ['programada', 'en_proceso'] },
  withdraw: {
    says: { es: 'retirar evidencia', en: 'withdraw evidence' },
    roles: ['implementador', 'secretariado'],
    from: ['en_proceso', 'reportada', 'verificada', 'parcial'],
  },
  reschedule: { says: { es: 'reprogramar', en: 'reschedule' }, roles: ['secretariado'], from: OPEN },
  measure: {
    says: { es: 'medir', en: 'measure' },
    roles: ['medicion'],
    from: ['programada', 'en_proceso', 'reportada', 'verificada', 'parcial', 'no_cumplida'],
  },
};

/**
 * The state machine of a milestone.
 *
 * A report that says «completo» takes it to «reportada», and only with evidence; whoever reviews belongs to an
 * organisation that does not implement it. The state of a measured milestone is set by its rule alone.
 */
export function decideMilestone(
  milestone: MilestoneState,
  action: MilestoneAction,
  actor: Actor,
): Decision<MilestoneState> {
  const { says, roles, from } = MILESTONE_RULES[action.type];
  const refused = refuseRole(actor, roles, says);
  if (refused) return refused;
  if (milestone.mode === 'measured' && SETS_STATE.has(action.type)) return refuse('MEASURED');
  if (milestone.mode === 'declared' && action.type === 'measure') return refuse('NOT_MEASURED');
  if (!from.includes(milestone.state)) {
    return refuse('TRANSITION', { state: labelOf('milestoneState', milestone.state), action: says });
  }
  return carryOut(milestone, action, actor);
}

const SETS_STATE: ReadonlySet<MilestoneAction['type']> = new Set(['start', 'report', 'accept', 'return', 'close']);

function carryOut(milestone: MilestoneState, action: MilestoneAction, actor: Actor): Decision<MilestoneState> {
  switch (action.type) {
    case 'start':
      return isImplementer(milestone, actor) ? moveTo(milestone, 'en_proceso') : refuse('NOT_IMPLEMENTER');
    case 'report':
      return isImplementer(milestone, actor) ? decideReport(milestone, action, actor) : refuse('NOT_IMPLEMENTER');
    case 'accept':
    case 'return':
      return decideReview(milestone, action, actor);
    case 'cancel':
      if (isBlank(action.session)) return refuse('SESSION');
      return isBlank(action.reason) ? refuse('REASON') : moveTo(milestone, 'cancelada', action.reason);
    case 'close':
      return milestone.reports.some(({ review }) => review === 'pending')
        ? refuse('PENDING_REPORT')
        : moveTo(milestone, 'no_cumplida');
    case 'withdraw':
      return withdrawEvidence(milestone, action, actor);
    case 'reschedule':
      return reschedule(milestone, action);
    case 'measure':
      return moveTo(milestone, action.state, action.basis);
  }
}

function isImplementer({ implementers }: MilestoneState, { organisation }: Actor): boolean {
  return organisation !== undefined && implementers.includes(organisation);
}
