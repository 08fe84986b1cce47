import amendmentReasonList from './catalogues/amendment-reasons.json' with { type: 'json' };
import buyerList from './catalogues/buyers.json' with { type: 'json' };
import dirtTable from './catalogues/dirt.json' with { type: 'json' };
import documentTitleTable from './catalogues/documents.json' with { type: 'json' };
import exceptionGroundList from './catalogues/exception-grounds.json' with { type: 'json' };
import familyList from './catalogues/families.json' with { type: 'json' };
import procedureList from './catalogues/procedures.json' with { type: 'json' };
import purposeList from './catalogues/purposes.json' with { type: 'json' };
import supplierList from './catalogues/suppliers.json' with { type: 'json' };
import unitTable from './catalogues/units.json' with { type: 'json' };

/** A unit inside (or above) a buyer, in the scheme DEP-GOB-JAL of the 2017 data. */
export interface PublicUnit {
  readonly id: string;
  readonly name: string;
}

/** A body that buys; invented, and its name says so. */
export interface Buyer extends PublicUnit {
  /** How the body appears in an ocid, `SGC-02`. */
  readonly ocidPart: string;
  readonly level: string;
  readonly locality: string;
  readonly procuringEntity: PublicUnit;
  readonly payer: PublicUnit;
}

/**
 * A company or person that sells; invented.
 * The date inside every `rfc` is a 30th of February, so no taxpayer can ever have been given it.
 */
export interface Supplier {
  /** The register number where there is one. */
  readonly id: string;
  readonly name: string;
  readonly groups: readonly string[];
  readonly person: string;
  readonly locality: string;
  readonly register?: string;
  readonly rfc?: string;
}

/** Something bought: `unitPrice` (pesos without IVA) for goods; for services and works the price follows the total. */
export interface FamilyItem {
  readonly description: string;
  readonly unit: string;
  readonly unitPrice?: readonly number[];
  readonly quantity?: readonly number[];
}

/** A family of goods or services, with its group, its COG budget line and the largest purchase that is believable (pesos). */
export interface Family {
  readonly group: { readonly id: string; readonly description: string };
  readonly family: { readonly id: string; readonly description: string };
  readonly category: string;
  readonly budgetLine: { readonly id: string; readonly description: string };
  readonly title: string;
  readonly largestPurchase: number;
  readonly contractDays: readonly number[];
  /** `ocidPart` of the only buyers that buy it. */
  readonly boughtBy?: readonly string[];
  readonly items: readonly FamilyItem[];
}

/** A procedure of Jalisco's law; `total` is the usual range in pesos with IVA, `submissionDays` the range for proposals. */
export interface Procedure {
  readonly code: string;
  readonly details: string;
  readonly method: string;
  readonly categories: readonly string[];
  readonly weight: number;
  readonly total: readonly number[];
  readonly rationale: string;
  readonly submissionDays?: readonly number[];
}

/** What real publishers leave out or get wrong; the value in `dirtShares` is the share of processes it befalls. */
export type Dirt = keyof typeof dirtTable;

/** A kind of document; core OCDS codes and the Mexican additions to the open codelist documentType. */
export type DocumentCode = keyof typeof documentTitleTable;

export const buyers: readonly Buyer[] = buyerList;
export const suppliers: readonly Supplier[] = supplierList;
export const families: readonly Family[] = familyList;
export const procedures: readonly Procedure[] = procedureList;
export const purposes: readonly string[] = purposeList;
export const exceptionGrounds: readonly string[] = exceptionGroundList;
export const amendmentReasons: readonly string[] = amendmentReasonList;
export const unitNames: Readonly<Record<string, string>> = unitTable;
export const documentTitles: Readonly<Record<DocumentCode, string>> = documentTitleTable;
export const dirtShares: Readonly<Record<Dirt, number>> = dirtTable;

const sellers: ReadonlyMap<string, readonly Supplier[]> = new Map(
  families.map(({ group }) => [group.id, suppliers.filter(({ groups }) => groups.includes(group.id))]),
);

/** Out: the suppliers that sell in a group of goods or services. */
export function sellersOf(group: string): readonly Supplier[] {
  return sellers.get(group) ?? [];
}
