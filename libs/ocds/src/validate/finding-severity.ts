import type { FindingRule, FindingSeverity } from './finding.js';

/**
 * Errors are what the OCDS 1.1 schema forbids, plus what would break the record downstream.
 * Code lists that OCDS calls open may be extended by anyone, hence only a note.
 * https://standard.open-contracting.org/1.1/en/schema/conformance_and_extensions/
 */
export const FINDING_SEVERITY: Readonly<Record<FindingRule, FindingSeverity>> = {
  required: 'error',
  type: 'error',
  format: 'error',
  'code-not-in-closed-list': 'error',
  'min-length': 'error',
  'min-items': 'error',
  pattern: 'error',
  constraint: 'error',
  'duplicate-id': 'error',
  'duplicate-item': 'error',
  'duplicate-release': 'error',
  'ocid-prefix': 'error',
  'mixed-releases': 'error',
  'too-deep': 'error',
  'ocid-format': 'warning',
  'ocid-mismatch': 'warning',
  'repeated-id': 'warning',
  'missing-id': 'warning',
  'additional-field': 'warning',
  'deprecated-field': 'warning',
  'empty-field': 'warning',
  version: 'warning',
  'unknown-extension': 'warning',
  'code-not-in-open-list': 'note',
};
