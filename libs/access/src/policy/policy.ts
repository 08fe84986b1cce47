import type { Role } from './roles.js';

/** What it takes to do something. */
interface Rule {
  readonly roles: readonly Role[];
  /** `platform`: the role has to be held over all organisations, because what is changed belongs to all of them. */
  readonly reach: 'organisation' | 'platform';
  readonly words: { readonly es: string; readonly en: string };
}

const rule = (es: string, en: string, roles: readonly Role[], reach: Rule['reach'] = 'organisation'): Rule => ({
  roles,
  reach,
  words: { es, en },
});

const EVERYBODY: readonly Role[] = [
  'publisher',
  'reviewer',
  'secretariat',
  'implementer',
  'monitor',
  'assessor',
  'counterpart',
  'administrator',
];

/** The one table of who may do what. docs/access.md is made from it; the row rules of the store are the second lock. */
export const POLICY = {
  'desk:enter': rule('Entrar al escritorio', 'Enter the desk', EVERYBODY),
  'batch:read': rule('Ver cargas y sus resultados', 'See uploads and their results', [
    'publisher',
    'reviewer',
    'administrator',
  ]),
  'batch:upload': rule('Cargar archivos y confirmarlos', 'Upload files and confirm them', ['publisher']),
  'batch:cancel': rule('Cancelar o repetir una carga', 'Cancel or retry an upload', ['publisher', 'administrator']),
  'process:correct': rule('Proponer una corrección', 'Propose a correction', ['publisher', 'reviewer']),
  'process:approve': rule('Aprobar lo que otra persona propone', 'Approve what somebody else proposes', ['reviewer']),
  'process:withdraw': rule('Retirar un proceso, o restaurarlo', 'Withdraw a process, or restore it', ['reviewer']),
  'publisher:settings': rule('Cambiar los datos del publicador', "Change a publisher's settings", [
    'reviewer',
    'administrator',
  ]),
  'source:manage': rule('Administrar fuentes y sus horarios', 'Manage sources and their schedules', [
    'reviewer',
    'administrator',
  ]),
  'user:manage': rule('Administrar usuarios y sus papeles', 'Manage users and their roles', ['administrator']),
  'key:manage': rule('Administrar llaves de la API', 'Manage API keys', ['administrator']),
  'audit:read': rule('Leer la bitácora', 'Read the audit trail', ['administrator', 'secretariat']),
  'organisation:manage': rule(
    'Dar de alta organizaciones y publicadores',
    'Add organisations and publishers',
    ['administrator'],
    'platform',
  ),
  'reference:edit': rule(
    'Editar referencias legales, umbrales, sujetos obligados y calendarios',
    'Edit legal references, thresholds, obligated bodies and calendars',
    ['administrator', 'secretariat'],
    'platform',
  ),
  // Of the tracker nothing is an administrator's: who keeps the platform does not change what is said of the plans.
  'tracker:follow': rule('Entrar al seguimiento en el escritorio', 'Enter the tracker at the desk', [
    'implementer',
    'counterpart',
    'monitor',
    'assessor',
    'secretariat',
  ]),
  'tracker:report': rule('Reportar avance con evidencia', 'Report progress with evidence', ['implementer']),
  'tracker:review': rule('Revisar lo que otra organización reporta', 'Review what another organisation reports', [
    'counterpart',
    'monitor',
  ]),
  'tracker:assess': rule('Evaluar compromisos', 'Assess commitments', ['monitor', 'assessor']),
  'tracker:reply': rule('Replicar una evaluación', 'Reply to an assessment', ['implementer']),
  'tracker:session': rule(
    'Registrar sesiones, acuerdos y metas, y reprogramar',
    'Record sessions, agreements and milestones, and reschedule',
    ['secretariat'],
  ),
  'tracker:moderate': rule('Moderar preguntas y contestarlas', 'Moderate questions and answer them', ['secretariat']),
  'tracker:resolve': rule('Resolver inconsistencias', 'Resolve data issues', ['secretariat']),
} as const satisfies Readonly<Record<string, Rule>>;

export type Action = keyof typeof POLICY;

export const ACTIONS = Object.keys(POLICY) as readonly Action[];

/** What an API key may be allowed: the work of a publisher or in the tracker, and nothing that governs. */
export const KEY_SCOPES: readonly Action[] = [
  'batch:read',
  'batch:upload',
  'batch:cancel',
  'process:correct',
  'tracker:report',
  'tracker:review',
  'tracker:assess',
  'tracker:reply',
  'tracker:session',
];
