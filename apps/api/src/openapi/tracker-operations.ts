import {
  assessmentBody,
  metricRuleBody,
  replyBody,
  reportBody,
  rescheduleBody,
  reviewBody,
} from '../tracker/work-inputs.js';
import type { Operation } from './operation.js';
import { ref } from './schemas.js';

const problem = ref('Problem');
const PLAN = '/api/v1/tracker/plans/jalisco-2016-2018';
const headers = { 'content-type': 'application/json' };
const work = {
  201: ref('TrackerDone'),
  400: problem,
  401: problem,
  403: problem,
  404: problem,
  409: problem,
  422: problem,
};

/** Action plans: read by everybody, worked on with a key. */
export const TRACKER_OPERATIONS: Readonly<Record<string, Operation>> = {
  'GET /api/v1/tracker/plans': {
    tag: 'tracker',
    summary: { es: 'Los planes de acción', en: 'The action plans' },
    answers: { 200: ref('TrackerPlans') },
    examples: [{ url: '/api/v1/tracker/plans', status: 200 }],
  },
  'GET /api/v1/tracker/plans/{plan}/{kind}': {
    tag: 'tracker',
    summary: {
      es: 'Una lista de un plan, como está o como estaba un día: compromisos, carriles, metas, evidencias…',
      en: 'A list of a plan, as it is or was on a day: commitments, lanes, milestones, evidence…',
    },
    answers: { 200: ref('TrackerItems'), 400: problem, 404: problem },
    examples: [
      { url: `${PLAN}/commitments`, status: 200 },
      { url: `${PLAN}/lanes?asof=2018-12-31`, status: 200 },
      { url: `${PLAN}/milestones?commitment=c7`, status: 200 },
      { url: `${PLAN}/milestones?vence_antes=2027-01-01`, status: 200 },
      { url: `${PLAN}/metric-rules`, status: 200 },
      { url: `${PLAN}/members`, status: 200 },
      { url: `${PLAN}/no-existe`, status: 404 },
      { url: `${PLAN}/issues?asof=ayer`, status: 400 },
    ],
  },
  'GET /api/v1/tracker/plans/{plan}/log': {
    tag: 'tracker',
    summary: {
      es: 'El registro público encadenado, un renglón de JSON cada uno',
      en: 'The public chained log, a line of JSON each',
    },
    answers: { 200: 'application/x-ndjson', 400: problem, 404: problem },
    examples: [
      { url: `${PLAN}/log?since=1`, status: 200 },
      { url: '/api/v1/tracker/plans/no-existe/log', status: 404 },
    ],
  },
  'GET /api/v1/tracker/plans/{plan}/evidence/{id}/file': {
    tag: 'tracker',
    summary: { es: 'La copia que se guarda de una evidencia', en: 'The kept copy of a piece of evidence' },
    answers: { 200: 'application/octet-stream', 404: problem },
    examples: [{ url: `${PLAN}/evidence/no-existe/file`, status: 404 }],
  },
  'GET /api/v1/tracker/plans/{plan}/issued-reports': {
    tag: 'tracker',
    summary: {
      es: 'Los informes anuales emitidos, con su versión, su huella y su renglón',
      en: 'The annual reports that were issued, with their version, their hash and their line',
    },
    answers: { 200: ref('TrackerIssuedReports'), 404: problem },
    examples: [
      { url: `${PLAN}/issued-reports`, status: 200 },
      { url: '/api/v1/tracker/plans/no-existe/issued-reports', status: 404 },
    ],
  },
  'GET /api/v1/tracker/plans/{plan}/issued-reports/{year}/{version}': {
    tag: 'tracker',
    summary: { es: 'Un informe anual como se emitió', en: 'An annual report as it was issued' },
    answers: { 200: ref('TrackerIssuedReport'), 404: problem },
    examples: [{ url: `${PLAN}/issued-reports/2017/9`, status: 404 }],
  },
  'POST /api/v1/tracker/plans/{plan}/milestones/{id}/reports': {
    tag: 'tracker',
    summary: { es: 'Reporta avance de una meta', en: 'Reports progress on a milestone' },
    answers: work,
    json: reportBody.jsonSchema,
    examples: [
      {
        url: `${PLAN}/milestones/c7-metas/reports`,
        headers,
        body: '{"level":"sustancial","text":"Casi."}',
        status: 404,
      },
      { url: `${PLAN}/milestones/c7-metas/reports`, headers, body: '{"level":"sustancial"}', status: 400 },
    ],
  },
  'POST /api/v1/tracker/plans/{plan}/reports/{id}/review': {
    tag: 'tracker',
    summary: { es: 'Acepta o devuelve un reporte', en: 'Accepts or returns a report' },
    answers: work,
    json: reviewBody.jsonSchema,
    examples: [{ url: `${PLAN}/reports/no-existe/review`, headers, body: '{"verdict":"accepted"}', status: 403 }],
  },
  'POST /api/v1/tracker/plans/{plan}/milestones/{id}/reschedules': {
    tag: 'tracker',
    summary: { es: 'Reprograma una meta, con motivo', en: 'Reschedules a milestone, with a reason' },
    answers: work,
    json: rescheduleBody.jsonSchema,
    examples: [
      {
        url: `${PLAN}/milestones/no-existe/reschedules`,
        headers,
        body: '{"to":"2027-01-31","reason":"x"}',
        status: 403,
      },
    ],
  },
  'POST /api/v1/tracker/plans/{plan}/milestones/{id}/metric-rules': {
    tag: 'tracker',
    summary: {
      es: 'Fija la regla de una meta medida: indicador, comparación, umbral y la sesión que la acordó',
      en: 'Sets the rule of a measured milestone: metric, comparison, threshold and the session that agreed on it',
    },
    answers: work,
    json: metricRuleBody.jsonSchema,
    examples: [
      {
        url: `${PLAN}/milestones/no-existe/metric-rules`,
        headers,
        body: '{"metric":"C7-01","comparator":"at_least","threshold":"300","session":"s-6o"}',
        status: 403,
      },
    ],
  },
  'POST /api/v1/tracker/plans/{plan}/evidence': {
    tag: 'tracker',
    summary: { es: 'Adjunta evidencia: un archivo o una liga', en: 'Adds evidence: a file or a link' },
    answers: { ...work, 413: problem },
    examples: [
      {
        url: `${PLAN}/evidence?target=c7&kind=minuta&title=Acta&proves=Que+hubo&fileName=acta.txt`,
        body: '<script>alert(1)</script>',
        status: 422,
      },
    ],
  },
  'POST /api/v1/tracker/plans/{plan}/assessments': {
    tag: 'tracker',
    summary: {
      es: 'Empieza una evaluación; con «replyDue» la envía a réplica',
      en: 'Begins an assessment; with “replyDue”, sends it for reply',
    },
    answers: work,
    json: assessmentBody.jsonSchema,
    examples: [{ url: `${PLAN}/assessments`, headers, body: '{"commitment":"c7"}', status: 403 }],
  },
  'POST /api/v1/tracker/plans/{plan}/assessments/{id}/reply': {
    tag: 'tracker',
    summary: { es: 'Replica una evaluación', en: 'Replies to an assessment' },
    answers: work,
    json: replyBody.jsonSchema,
    examples: [
      { url: `${PLAN}/assessments/no-existe/reply`, headers, body: '{"agrees":"no","text":"No."}', status: 404 },
    ],
  },
};
