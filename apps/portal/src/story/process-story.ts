import type { Release } from '#ocds';
import type { ReleaseLine } from '../views.js';
import { dealsOf } from './deals.js';
import type { Deal } from './deals.js';
import { documentsOf } from './documents.js';
import type { DocumentLine } from './documents.js';
import { itemsOf } from './items.js';
import type { ItemStory } from './items.js';
import { excessesOf, moneyByStage } from './money-by-stage.js';
import type { Excess, StageMoney } from './money-by-stage.js';
import { buyingSide, competitors, partiesOf } from './parties.js';
import type { PartyLine } from './parties.js';
import { amendmentsOf, paymentLinesOf } from './payments.js';
import type { AmendmentLine, PaymentLine } from './payments.js';
import { publicationLagOf } from './publication-lag.js';
import type { PublicationLag } from './publication-lag.js';
import { memberOf, partOf, partsOf, textOf } from './read.js';
import { labelledStage, stateOf } from './stage.js';
import type { Stage, State } from './stage.js';
import { timelineOf } from './timeline.js';
import type { StageEntry } from './timeline.js';

/** A contracting process as a reader meets it: everything a page says, derived from the compiled release. */
export interface ProcessStory {
  readonly title?: string;
  readonly description?: string;
  readonly localNumber?: string;
  readonly buyer?: string;
  readonly method?: string;
  readonly methodDetails?: string;
  readonly legalGround?: string;
  readonly category?: string;
  readonly tenderStatus?: string;
  readonly state: State;
  /** The publisher's own stage label, where it contradicts the content. */
  readonly contradictedLabel?: Stage;
  readonly lag?: PublicationLag;
  readonly timeline: readonly StageEntry[];
  readonly money: readonly StageMoney[];
  readonly excesses: readonly Excess[];
  readonly buying: readonly PartyLine[];
  readonly competing: readonly PartyLine[];
  readonly deals: readonly Deal[];
  readonly payments: readonly PaymentLine[];
  readonly amendments: readonly AmendmentLine[];
  readonly items?: ItemStory;
  readonly documents: readonly DocumentLine[];
}

/** Tells the process from its compiled release and the list of its publications. */
export function tellProcess(release: Release, releases: readonly ReleaseLine[]): ProcessStory {
  const parties = partiesOf(release);
  const money = moneyByStage(release);
  const state = stateOf(release);
  const label = labelledStage(release);
  return {
    ...headOf(release),
    state,
    contradictedLabel: label === state.stage ? undefined : label,
    lag: publicationLagOf(release, releases),
    timeline: timelineOf(release),
    money,
    excesses: excessesOf(money, release),
    buying: buyingSide(parties),
    competing: competitors(parties),
    deals: dealsOf(release),
    payments: paymentLinesOf(release),
    amendments: amendmentsOf(release),
    items: itemsOf(release),
    documents: documentsOf(release),
  };
}

function headOf(release: Release) {
  const tender = partOf(release.tender);
  return {
    title: titleOf(release),
    description: textOf(tender?.description),
    localNumber: textOf(memberOf(release, 'additionalProcessInformation')?.['purchaseNumber']),
    buyer: textOf(partOf(release.buyer)?.name) ?? textOf(partOf(tender?.procuringEntity)?.name),
    method: textOf(tender?.procurementMethod),
    methodDetails: textOf(tender?.procurementMethodDetails),
    legalGround: textOf(tender?.procurementMethodRationale),
    category: textOf(tender?.mainProcurementCategory),
    tenderStatus: textOf(tender?.status),
  };
}

function titleOf(release: Release): string | undefined {
  const titled = [partOf(release.tender), ...partsOf(release.contracts), ...partsOf(release.awards)];
  return titled.map((part) => textOf(part?.title)).find((title) => title !== undefined);
}
