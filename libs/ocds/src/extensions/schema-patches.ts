import registry from '../../../../schemas/extensions/registry.json' with { type: 'json' };
import additionalContactPoint from '../../../../schemas/extensions/additionalContactPoint/release-schema.json' with { type: 'json' };
import awardRationale from '../../../../schemas/extensions/awardRationale/release-schema.json' with { type: 'json' };
import bids from '../../../../schemas/extensions/bids/release-schema.json' with { type: 'json' };
import budget from '../../../../schemas/extensions/budget/release-schema.json' with { type: 'json' };
import budgetLines from '../../../../schemas/extensions/budgetLines/release-schema.json' with { type: 'json' };
import clarificationMeetings from '../../../../schemas/extensions/clarificationMeetings/release-schema.json' with { type: 'json' };
import contactPointType from '../../../../schemas/extensions/contactPointType/release-schema.json' with { type: 'json' };
import contractCompletion from '../../../../schemas/extensions/contract_completion/release-schema.json' with { type: 'json' };
import contractSuppliers from '../../../../schemas/extensions/contract_suppliers/release-schema.json' with { type: 'json' };
import coveredBy from '../../../../schemas/extensions/coveredBy/release-schema.json' with { type: 'json' };
import enquiries from '../../../../schemas/extensions/enquiries/release-schema.json' with { type: 'json' };
import exchangeRate from '../../../../schemas/extensions/exchangeRate/release-schema.json' with { type: 'json' };
import guarantees from '../../../../schemas/extensions/guarantees/release-schema.json' with { type: 'json' };
import implementationStatus from '../../../../schemas/extensions/implementationStatus/release-schema.json' with { type: 'json' };
import jalisco from '../../../../schemas/extensions/jalisco/release-schema.json' with { type: 'json' };
import location from '../../../../schemas/extensions/location/release-schema.json' with { type: 'json' };
import lots from '../../../../schemas/extensions/lots/release-schema.json' with { type: 'json' };
import memberOf from '../../../../schemas/extensions/memberOf/release-schema.json' with { type: 'json' };
import nameBreakdown from '../../../../schemas/extensions/nameBreakdown/release-schema.json' with { type: 'json' };
import organizationClassification from '../../../../schemas/extensions/organizationClassification/release-schema.json' with { type: 'json' };
import participationFee from '../../../../schemas/extensions/participation_fee/release-schema.json' with { type: 'json' };
import partyScale from '../../../../schemas/extensions/partyScale/release-schema.json' with { type: 'json' };
import paymentMethod from '../../../../schemas/extensions/paymentMethod/release-schema.json' with { type: 'json' };
import processTitle from '../../../../schemas/extensions/process_title/release-schema.json' with { type: 'json' };
import procurementUnits from '../../../../schemas/extensions/procurementUnits/release-schema.json' with { type: 'json' };
import project from '../../../../schemas/extensions/project/release-schema.json' with { type: 'json' };
import requestForQuotes from '../../../../schemas/extensions/requestForQuotes/release-schema.json' with { type: 'json' };
import statistics from '../../../../schemas/extensions/statistics/release-schema.json' with { type: 'json' };
import subcontracting from '../../../../schemas/extensions/subcontracting/release-schema.json' with { type: 'json' };
import surveillanceMechanisms from '../../../../schemas/extensions/surveillanceMechanisms/release-schema.json' with { type: 'json' };
import taxes from '../../../../schemas/extensions/taxes/release-schema.json' with { type: 'json' };
import tenderDatepublished from '../../../../schemas/extensions/tender_datePublished/release-schema.json' with { type: 'json' };
import pagination from '../../../../schemas/extensions/pagination/release-package-schema.json' with { type: 'json' };
import type { JsonObject } from '../json.js';

/** The short name of an extension: the one it has in OCP's registry, if it is there; also its folder. */
export type ExtensionId = keyof typeof registry;

/** All extensions known, in the order they are applied. Those that build on others come after them. */
export const EXTENSION_IDS = Object.keys(registry) as readonly ExtensionId[];

/** The `release-schema.json` of each extension that has one: JSON Merge Patches (RFC 7396). */
export const RELEASE_PATCHES: Readonly<Partial<Record<ExtensionId, JsonObject>>> = {
  jalisco,
  bids,
  enquiries,
  location,
  lots,
  participation_fee: participationFee,
  process_title: processTitle,
  requestForQuotes,
  clarificationMeetings,
  awardRationale,
  taxes,
  guarantees,
  surveillanceMechanisms,
  implementationStatus,
  paymentMethod,
  nameBreakdown,
  contactPointType,
  procurementUnits,
  budgetLines,
  budget,
  contract_suppliers: contractSuppliers,
  contract_completion: contractCompletion,
  statistics,
  memberOf,
  additionalContactPoint,
  exchangeRate,
  coveredBy,
  partyScale,
  organizationClassification,
  project,
  tender_datePublished: tenderDatepublished,
  subcontracting,
};

/** The patches of package schemas. */
export const PACKAGE_PATCHES: Readonly<Partial<Record<ExtensionId, JsonObject>>> = { pagination };
