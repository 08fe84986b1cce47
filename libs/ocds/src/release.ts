import type { JsonObject } from './json.js';

/*
 * The parts of an OCDS 1.1 release that the platform reads by name.
 * Everything else a release carries stays reachable as JSON; nothing is dropped.
 * https://standard.open-contracting.org/1.1/en/schema/reference/
 */

/** Money: `amount` in units of `currency` (ISO 4217). `netAmount` is without IVA (EDCA-MX taxes extension). */
export interface Value extends JsonObject {
  readonly amount?: number;
  readonly netAmount?: number;
  readonly currency?: string;
}

/** A span of time; dates are RFC 3339 text. */
export interface Period extends JsonObject {
  readonly startDate?: string;
  readonly endDate?: string;
  readonly maxExtentDate?: string;
  readonly durationInDays?: number;
}

export interface Identifier extends JsonObject {
  readonly scheme?: string;
  readonly id?: string | number;
  readonly legalName?: string;
  readonly uri?: string;
}

export interface OrganizationReference extends JsonObject {
  readonly id?: string | number;
  readonly name?: string;
}

export interface Organization extends JsonObject {
  readonly id?: string;
  readonly name?: string;
  readonly identifier?: Identifier;
  readonly additionalIdentifiers?: readonly Identifier[];
  readonly address?: JsonObject;
  readonly contactPoint?: JsonObject;
  readonly roles?: readonly string[];
}

export interface Classification extends JsonObject {
  readonly scheme?: string;
  readonly id?: string | number;
  readonly description?: string;
}

export interface Unit extends JsonObject {
  readonly name?: string;
  readonly value?: Value;
}

export interface Item extends JsonObject {
  readonly id?: string | number;
  readonly description?: string;
  readonly classification?: Classification;
  readonly additionalClassifications?: readonly Classification[];
  readonly quantity?: number;
  readonly unit?: Unit;
}

export interface Document extends JsonObject {
  readonly id?: string | number;
  readonly documentType?: string;
  readonly title?: string;
  readonly description?: string;
  readonly url?: string;
  readonly datePublished?: string;
  readonly dateModified?: string;
  readonly format?: string;
}

export interface Amendment extends JsonObject {
  readonly id?: string;
  readonly date?: string;
  readonly rationale?: string;
  readonly description?: string;
}

export interface Budget extends JsonObject {
  readonly id?: string | number;
  readonly description?: string;
  readonly amount?: Value;
}

export interface Planning extends JsonObject {
  readonly rationale?: string;
  readonly budget?: Budget;
  readonly documents?: readonly Document[];
}

export interface Tender extends JsonObject {
  readonly id?: string | number;
  readonly title?: string;
  readonly description?: string;
  readonly status?: string;
  readonly procuringEntity?: OrganizationReference;
  readonly items?: readonly Item[];
  readonly value?: Value;
  readonly minValue?: Value;
  readonly procurementMethod?: string;
  readonly procurementMethodDetails?: string;
  readonly procurementMethodRationale?: string;
  readonly mainProcurementCategory?: string;
  readonly tenderPeriod?: Period;
  readonly enquiryPeriod?: Period;
  readonly awardPeriod?: Period;
  readonly numberOfTenderers?: number;
  readonly tenderers?: readonly OrganizationReference[];
  readonly documents?: readonly Document[];
  readonly amendments?: readonly Amendment[];
}

export interface Award extends JsonObject {
  readonly id?: string | number;
  readonly title?: string;
  readonly description?: string;
  readonly status?: string;
  readonly date?: string;
  readonly value?: Value;
  readonly suppliers?: readonly OrganizationReference[];
  readonly items?: readonly Item[];
  readonly documents?: readonly Document[];
}

export interface Transaction extends JsonObject {
  readonly id?: string | number;
  readonly date?: string;
  readonly value?: Value;
  readonly payer?: OrganizationReference;
  readonly payee?: OrganizationReference;
}

export interface Implementation extends JsonObject {
  readonly transactions?: readonly Transaction[];
  readonly documents?: readonly Document[];
}

export interface Contract extends JsonObject {
  readonly id?: string | number;
  readonly awardID?: string | number;
  readonly title?: string;
  readonly description?: string;
  readonly status?: string;
  readonly period?: Period;
  readonly value?: Value;
  readonly items?: readonly Item[];
  readonly dateSigned?: string;
  readonly documents?: readonly Document[];
  readonly amendments?: readonly Amendment[];
  readonly implementation?: Implementation;
}

/** A release, or a compiled release: what was known of one contracting process at `date`. */
export interface Release extends JsonObject {
  readonly ocid: string;
  readonly id: string;
  readonly date: string;
  readonly tag: readonly string[];
  readonly initiationType?: string;
  readonly language?: string;
  readonly parties?: readonly Organization[];
  readonly buyer?: OrganizationReference;
  readonly planning?: Planning;
  readonly tender?: Tender;
  readonly awards?: readonly Award[];
  readonly contracts?: readonly Contract[];
}
