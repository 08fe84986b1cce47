import { querySchema } from '../query-schema.js';

const text = { type: 'string', maxLength: 20_000 } as const;
const id = { type: 'string', maxLength: 100 } as const;
const ids = { type: 'array', items: id, maxItems: 200 } as const;
const day = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' } as const;

function body<Input>(properties: Readonly<Record<string, object>>, ...required: readonly string[]) {
  return querySchema<Input>({ type: 'object', properties, required, additionalProperties: false });
}

export interface ReportBody {
  readonly period?: string;
  readonly level: string;
  readonly text: string;
  readonly challenges?: string;
  readonly evidence?: readonly string[];
}

export interface ReviewBody {
  readonly verdict: string;
  readonly reason?: string;
}

export interface RescheduleBody {
  readonly to: string;
  readonly reason: string;
  readonly session?: string;
}

export interface MetricRuleBody {
  readonly metric: string;
  readonly part?: string;
  readonly comparator: string;
  readonly threshold: string;
  readonly session: string;
  readonly since?: string;
  readonly reason?: string;
}

/** With a day to reply, it is sent at once. */
export interface AssessmentBody {
  readonly commitment: string;
  readonly lane?: string;
  readonly completion?: string;
  readonly narrative?: string;
  readonly coiDeclaration?: string;
  readonly evidence?: readonly string[];
  readonly replyDue?: string;
}

export interface ReplyBody {
  readonly agrees: string;
  readonly text: string;
}

export interface EvidenceQuery {
  readonly target: string;
  readonly kind: string;
  readonly title: string;
  readonly proves: string;
  readonly producedOn?: string;
  readonly page?: string;
  readonly url?: string;
  readonly fileName?: string;
}

export const reportBody = body<ReportBody>(
  { period: id, level: id, text, challenges: text, evidence: ids },
  'level',
  'text',
);
export const reviewBody = body<ReviewBody>({ verdict: id, reason: text }, 'verdict');
export const rescheduleBody = body<RescheduleBody>({ to: day, reason: text, session: id }, 'to', 'reason');
export const metricRuleBody = body<MetricRuleBody>(
  { metric: id, part: id, comparator: id, threshold: id, session: id, since: day, reason: text },
  'metric',
  'comparator',
  'threshold',
  'session',
);
export const assessmentBody = body<AssessmentBody>(
  { commitment: id, lane: id, completion: id, narrative: text, coiDeclaration: text, evidence: ids, replyDue: day },
  'commitment',
);
export const replyBody = body<ReplyBody>({ agrees: id, text }, 'agrees', 'text');
export const evidenceQuery = body<EvidenceQuery>(
  {
    target: id,
    kind: id,
    title: { type: 'string', maxLength: 300 },
    proves: { type: 'string', maxLength: 2000 },
    producedOn: id,
    page: id,
    url: { type: 'string', maxLength: 2000 },
    fileName: { type: 'string', maxLength: 200 },
  },
  'target',
  'kind',
  'title',
  'proves',
);
