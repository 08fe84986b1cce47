import { ENUMERATIONS, type EnumerationName } from '#tracker';
import type { TrackerLocale } from '../tracker-locale.js';

/** Which enumeration the values of a field of the log are of. */
const CODES: Readonly<Record<string, EnumerationName>> = {
  state: 'milestoneState',
  stage: 'assessmentStage',
  completion: 'completion',
  review: 'reviewState',
  status: 'issueStatus',
  lifecycle: 'commitmentLifecycle',
  agreement: 'agreementState',
  role: 'role',
};

/** The words for a field of the log, or for a value of it; what has none is shown as it stands. */
export function termInLog(field: string, value: string | null, { tracker, language }: TrackerLocale): string {
  const fields: Readonly<Record<string, string>> = tracker.fields;
  // A line binds all that is recorded of a thing, which is not the topics of a session.
  if (value === null && field === 'content') return tracker.fields.contents;
  if (value === null) return Object.hasOwn(fields, field) ? (fields[field] ?? field) : field;
  const name = Object.hasOwn(CODES, field) ? CODES[field] : undefined;
  return (name && ENUMERATIONS[name].codes[value]?.[language]) ?? value;
}
