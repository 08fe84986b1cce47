export { askForAllPending } from './ask-for-all-pending.js';
export { findPublisher } from './find-publisher.js';
export { IngestError } from './ingest-error.js';
export { ROW_OUTCOMES } from './batch-report.js';
export type { BatchReport, CorrectionCounts, OrganisationCounts, RowCounts, RowOutcome } from './batch-report.js';
export { ingestFile } from './ingest-file.js';
export type { IngestInput } from './ingest-file.js';
export { isJsonFile } from './is-json-file.js';
export { loadProfiles } from './load-profiles.js';
export type { CellFaultGroup } from './mapping/fault-tally.js';
export { mapFile } from './mapping/map-file.js';
export type { MapFileOptions, MappedFile, MappedProcess, MappingSummary, RowAside } from './mapping/map-file.js';
export { expandText } from './compressed-text.js';
export { publishRecords } from './publish-records.js';
export { renewProcesses } from './renew-processes.js';
export { summariseParties } from './summarise-parties.js';
export { sweepPending } from './sweep-pending.js';
export { verifyStore } from './verify-store.js';
export type { Check } from './verify-store.js';
export { waitUntilPublished } from './wait-until-published.js';
export { openPlatform } from './open-platform.js';
export type { OpenPlatform } from './open-platform.js';
export { Platform } from './platform.js';
export { startPublishing } from './start-publishing.js';
export type { Publishing } from './start-publishing.js';
export { explainProcess } from './explain-process.js';
export type { ExplainedRelease, ExplainedValue } from './explain-process.js';
export { findMappedBatch, listMappedBatches } from './mapped-batch.js';
export type { MappedBatch } from './mapped-batch.js';
export { outcomesOf, remarksOf } from './remarks-of.js';
export { remapBatch } from './remap-batch.js';
export type { RemapChange, RemapOptions, RemapReport } from './remap-batch.js';
export { openStoredFile } from './stored-file.js';
export type { StoredFile } from './stored-file.js';
export { extensionsInUse, releaseValidator } from './validate-release.js';
export { correctedValues } from './corrections/corrected-values.js';
export type { CorrectedValue } from './corrections/corrected-values.js';
export { findCorrection, listCorrections } from './corrections/correction-rows.js';
export type { CorrectionFilter, CorrectionRow, CorrectionState, Person } from './corrections/correction-rows.js';
export { discardCorrection, rejectCorrection, sendToReview } from './corrections/decide-correction.js';
export type { Edit, EditFault, EditFaultCode } from './corrections/edit.js';
export { listProcessEvents } from './corrections/process-events.js';
export type { ProcessEvent, ProcessEventKind } from './corrections/process-events.js';
export { ProcessError } from './corrections/process-error.js';
export type { ProcessErrorCode } from './corrections/process-error.js';
export { previewCorrection, proposeCorrection } from './corrections/propose-correction.js';
export type {
  CorrectionDependencies,
  CorrectionInput,
  CorrectionPreview,
  Previewed,
  Proposed,
} from './corrections/propose-correction.js';
export { approveCorrection, publishCorrection } from './corrections/publish-correction.js';
export type { Deciding } from './corrections/publish-correction.js';
export { readCorrection } from './corrections/read-correction.js';
export type { CorrectionView } from './corrections/read-correction.js';
export { restoreProcess } from './withdrawals/restore-process.js';
export type { RestoreInput } from './withdrawals/restore-process.js';
export { withdrawProcess } from './withdrawals/withdraw-process.js';
export type { WithdrawInput } from './withdrawals/withdraw-process.js';
