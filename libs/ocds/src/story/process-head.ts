import type { Release, Tender } from '../release.js';
import { memberOf, partOf, partsOf, textOf } from './read.js';

/** What stands at the head of a contracting process. */
export interface ProcessHead {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** The number its publisher files it under. */
  readonly localNumber?: string | undefined;
  readonly buyerId?: string | undefined;
  readonly buyer?: string | undefined;
  readonly tenderStatus?: string | undefined;
  readonly method?: string | undefined;
  readonly methodDetails?: string | undefined;
  readonly legalGround?: string | undefined;
  readonly category?: string | undefined;
}

/** Who buys what, and how, from wherever the release says it. */
export function headOf(release: Release): ProcessHead {
  const tender = partOf(release.tender);
  const buyer = [partOf(release.buyer), partOf(tender?.procuringEntity)].find((one) => textOf(one?.name) !== undefined);
  return {
    title: titleOf(release),
    description: textOf(tender?.description),
    localNumber: textOf(memberOf(release, 'additionalProcessInformation')?.['purchaseNumber']) ?? numberedId(tender),
    buyerId: textOf(buyer?.id),
    buyer: textOf(buyer?.name),
    tenderStatus: textOf(tender?.status),
    method: textOf(tender?.procurementMethod),
    methodDetails: textOf(tender?.procurementMethodDetails),
    legalGround: textOf(tender?.procurementMethodRationale),
    category: textOf(tender?.mainProcurementCategory),
  };
}

function titleOf(release: Release): string | undefined {
  const titled = [partOf(release.tender), ...partsOf(release.contracts), ...partsOf(release.awards)];
  const title = titled.map((part) => textOf(part?.title)).find((text) => text !== undefined);
  return (
    title ??
    textOf(partOf(partOf(release.planning)?.budget)?.description) ??
    textOf(partOf(release.tender)?.description)
  );
}

/** A tender's id is its number on paper where it reads like one ("LPL 12/2026"); a bare figure is a key of some system. */
function numberedId(tender: Tender | undefined): string | undefined {
  const id = textOf(tender?.id);
  return id !== undefined && /[a-z]/i.test(id) && /\d/.test(id) ? id : undefined;
}
