export type { Bilingual } from './bilingual.js';
export { changedLeaves } from './compare/changed-leaves.js';
export type { LeafChange } from './compare/changed-leaves.js';
export { compareReleases, COMPARED_STAGES } from './compare/compare-releases.js';
export type { ComparedStage, ReleaseDifference, TrailStep } from './compare/compare-releases.js';
export { compareStates } from './compare/compare-states.js';
export { placeOf } from './compare/find-place.js';
export { dataDictionary } from './dictionary/data-dictionary.js';
export type { DictionaryField, DictionaryObject } from './dictionary/data-dictionary.js';
export type { FoundPlace } from './compare/find-place.js';
export { parsePointer, pointerOf } from './compare/identity-pointer.js';
export type { ItemStep, Step } from './compare/identity-pointer.js';
export { codeInWords, fieldInWords } from './compare/in-words.js';
export { nameItems } from './compare/match-lists.js';
export { shownValue } from './compare/shown-value.js';
export type { ShownDocument, ShownPart, ShownValue } from './compare/shown-value.js';
export { wordDifferences } from './compare/word-differences.js';
export type { WordDifference } from './compare/word-differences.js';
export { extensionsOf, findExtensions } from './extensions/registry.js';
export type { Extension, FoundExtensions } from './extensions/registry.js';
export { EXTENSION_IDS } from './extensions/schema-patches.js';
export type { ExtensionId } from './extensions/schema-patches.js';
export { ALWAYS_KNOWN, validatorFor } from './extensions/validator-for.js';
export type { ValidatorForOptions } from './extensions/validator-for.js';
export { createFlattener } from './flatten/create-flattener.js';
export type { Flattener, FlattenOptions } from './flatten/create-flattener.js';
export { MAIN_TABLE, PATH_HEADING } from './flatten/flat-table.js';
export type { ColumnType, FlatColumn, FlatRow, FlatTable } from './flatten/flat-table.js';
export { FlattenError } from './flatten/flatten-error.js';
export type { FlattenErrorCode } from './flatten/flatten-error.js';
export type { RowValues } from './flatten/placed-row.js';
export { unflattenStreams } from './flatten/unflatten-streams.js';
export type { StreamedTable, UnflattenRoom } from './flatten/unflatten-streams.js';
export { unflattenTables } from './flatten/unflatten-tables.js';
export type { UnflattenTable } from './flatten/unflatten-tables.js';
export { withoutEmpties } from './flatten/without-empties.js';
export { isJsonObject } from './json.js';
export type { Json, JsonObject } from './json.js';
export { appendRelease, compileReleases, mergeReleases, versionReleases } from './merge/merge-releases.js';
export type { Merged } from './merge/merge-releases.js';
export { MergeError } from './merge/merge-error.js';
export { mergeRulesOf } from './merge/merge-rules.js';
export type { MergeOverride, MergeRule, MergeRules } from './merge/merge-rules.js';
export { defaultMergeRules } from './merge/default-merge-rules.js';
export type { MergeOptions } from './merge/add-release.js';
export type { MergeOverrides } from './merge/override-rules.js';
export type { MergeWarning } from './merge/merge-warning.js';
export { combinePackages } from './package/combine-packages.js';
export type { CombinedMeta } from './package/combine-packages.js';
export { compactJson } from './package/compact-json.js';
export { groupByOcid } from './package/group-by-ocid.js';
export type { ReleaseOfProcess } from './package/group-by-ocid.js';
export { makeRecord } from './package/make-record.js';
export type { MadeRecord, PackedRelease, RecordOptions } from './package/make-record.js';
export { PackageError } from './package/package-error.js';
export type { PackageErrorCode } from './package/package-error.js';
export { packageRecords } from './package/package-records.js';
export type { RecordFault, RecordPackagingOptions } from './package/package-records.js';
export { packageReleases } from './package/package-releases.js';
export { splitPackage } from './package/split-package.js';
export type { PackagingOptions, Stream } from './package/write-packages.js';
export { recordPackageText, releasePackageText } from './package/package-text.js';
export type { PackageMeta, RecordParts } from './package/package-text.js';
export { maskPersons } from './privacy/mask-persons.js';
export { replacePersonalIdentifiers } from './privacy/personal-identifiers.js';
export type { PersonalIdentifier } from './privacy/personal-identifiers.js';
export { deriveTags } from './read/derive-tags.js';
export { detectFormat } from './read/detect-format.js';
export type { FoundPart, PartWatcher } from './read/found-part.js';
export type { FoundRelease } from './read/found-release.js';
export type { PackageMetadata } from './read/package-metadata.js';
export type { ReadSummary } from './read/read-log.js';
export type { ReadNotice, ReadNoticeCode } from './read/read-notice.js';
export type { ReadOptions } from './read/read-options.js';
export { readReleases } from './read/read-releases.js';
export type { ReleaseReader } from './read/read-releases.js';
export { UnreadableInputError } from './read/unreadable-input-error.js';
export type { UnreadableInputCode } from './read/unreadable-input-error.js';
export type {
  Amendment,
  Award,
  Budget,
  Classification,
  Contract,
  Document,
  Identifier,
  Implementation,
  Item,
  Organization,
  OrganizationReference,
  Period,
  Planning,
  Release,
  Tender,
  Transaction,
  Unit,
  Value,
} from './release.js';
export { repairRelease } from './repair/repair-release.js';
export type { Repaired, RepairOptions } from './repair/repair-release.js';
export { REPAIRS } from './repair/repairs.js';
export type { AppliedRepair, Assumption, RepairName } from './repair/repairs.js';
export { hashedText } from './repair/hashed-text.js';
export { sortedNames } from './repair/sorted-names.js';
export { stableHash } from './repair/stable-hash.js';
export { contractHistoriesOf } from './story/contract-history.js';
export type { ContractHistory, ValueStep } from './story/contract-history.js';
export { dayOf, daysBetween } from './story/day.js';
export type { Day } from './story/day.js';
export { deadlineOf, localDeadline } from './story/deadline.js';
export type { LocalDeadline } from './story/deadline.js';
export { dealsOf, winnersOf } from './story/deals.js';
export type { AwardLine, ContractLine, Deal } from './story/deals.js';
export {
  addDecimals,
  compareDecimals,
  decimalOf,
  isZero,
  percentOf,
  roundDecimal,
  subtractDecimals,
} from './story/decimal.js';
export type { Decimal } from './story/decimal.js';
export type { Growth } from './story/growth.js';
export { itemsOf } from './story/items.js';
export type { ItemLine, ItemStory } from './story/items.js';
export { isTold } from './story/money.js';
export type { Money } from './story/money.js';
export {
  excessesOf,
  knownMoneyOf,
  MONEY_STAGES,
  moneyByStage,
  paymentsOf,
  sumByCurrency,
} from './story/money-by-stage.js';
export type { Excess, MoneyStage, StageMoney } from './story/money-by-stage.js';
export { participationsOf } from './story/participations.js';
export type { Participation, Side } from './story/participations.js';
export { headOf } from './story/process-head.js';
export type { ProcessHead } from './story/process-head.js';
export { hasContent, memberOf, membersOf, moneyOf, partOf, partsOf, textOf } from './story/read.js';
export { isReached, labelledStage, STAGES, stateOf } from './story/stage.js';
export type { Outcome, Stage, State } from './story/stage.js';
export { createReleaseValidator } from './validate/create-release-validator.js';
export type { ReleaseContext, ReleaseValidator, ReleaseValidatorOptions } from './validate/create-release-validator.js';
export type {
  Finding,
  FindingExample,
  FindingGroup,
  FindingRule,
  FindingSeverity,
  Verdict,
} from './validate/finding.js';
export { createDuplicateReleaseCheck } from './validate/duplicate-release-check.js';
export type { DuplicateReleaseCheck } from './validate/duplicate-release-check.js';
export { createFindingCollector, groupFindings } from './validate/group-findings.js';
export type { FindingCollector } from './validate/group-findings.js';
export { mergePatch } from './validate/merge-patch.js';
export { UnusableSchemaError } from './validate/unusable-schema-error.js';
export { validatePackageMetadata } from './validate/validate-package-metadata.js';
export { validateRecordMetadata } from './validate/validate-record-metadata.js';
export { upgradeRelease } from './upgrade/upgrade-release.js';
export type { InputSource } from './validate/rewindable.js';
export { validateInput } from './validate/validate-input.js';
export type { ValidateInputOptions } from './validate/validate-input.js';
export { isValidFile } from './validate/file-report.js';
export type { FileFindingGroup, FileReport } from './validate/file-report.js';
export type { TablesBy } from './flatten/table-names.js';
