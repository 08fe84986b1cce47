export { importPlans } from './import/import-plans.js';
export type { ImportedPlan, ImportOptions } from './import/import-plans.js';
export { listPlans } from './list-plans.js';
export type { PlanSummary } from './list-plans.js';
export { loadPlans } from './load-plans.js';
export { PlanSeedError } from './plan-seed-error.js';
export { readTracker } from './read-tracker.js';
export { loadLog } from './store/load-log.js';
export type {
  AssessmentTerms,
  EvidenceFile,
  TrackedReply,
  TrackedReport,
  TrackedReschedule,
  TrackerView,
  WithdrawnEvidence,
} from './tracker-view.js';
