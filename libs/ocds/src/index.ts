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
export { recordPackageText, releasePackageText } from './package/package-text.js';
export type { PackageMeta, RecordParts } from './package/package-text.js';
export { maskPersons } from './privacy/mask-persons.js';
export { replacePersonalIdentifiers } from './privacy/personal-identifiers.js';
export type { PersonalIdentifier } from './privacy/personal-identifiers.js';
export { deriveTags } from './read/derive-tags.js';
export { detectFormat } from './read/detect-format.js';
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
export { dayOf, daysBetween } from './story/day.js';
export type { Day } from './story/day.js';
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
