import type { Place, ThingKind } from './place.js';
import type { Task } from './task.js';
import { edit, finalise, send, start, supersede } from './tasks/assess.js';
import { declaration } from './tasks/completion.js';
import { evidenceOfCommitment, evidenceOfMeta, withdrawal } from './tasks/evidence.js';
import { issue } from './tasks/issue.js';
import { answer, moderate, resolve } from './tasks/issues.js';
import { addMeta, assign, cancel, close, postpone } from './tasks/metas.js';
import { metricRule } from './tasks/metric-rule.js';
import { reply } from './tasks/reply.js';
import { report } from './tasks/report.js';
import { review } from './tasks/review.js';
import { addAgreement, addSession, agreementState } from './tasks/sessions.js';

/** Everything that people do in the tracker, in the order in which it is offered. */
export const TASKS: readonly Task[] = [
  report,
  evidenceOfMeta,
  review,
  declaration,
  start,
  evidenceOfCommitment,
  edit,
  send,
  reply,
  finalise,
  supersede,
  withdrawal,
  addMeta,
  assign,
  metricRule,
  postpone,
  cancel,
  close,
  addSession,
  addAgreement,
  agreementState,
  issue,
  resolve,
  moderate,
  answer,
];

export function taskOf(kind: ThingKind, name: string): Task | undefined {
  return TASKS.find((one) => one.of === kind && one.name === name);
}

/** What is worth offering to whoever stands before something. */
export function offeredAt(place: Place): readonly Task[] {
  return TASKS.filter((one) => one.of === place.kind && one.offered(place));
}
