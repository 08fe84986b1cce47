import { dealsOf, excessesOf, headOf, itemsOf, labelledStage, moneyByStage, stateOf } from '#ocds';
import type { Deal, Excess, ItemStory, JsonObject, ProcessHead, Release, Stage, StageMoney, State } from '#ocds';
import type { ReleaseLine } from '../views.js';
import { contractsOf } from './contracts.js';
import type { ContractStory } from './contracts.js';
import { documentsOf } from './documents.js';
import type { DocumentLine } from './documents.js';
import { buyingSide, competitors, partiesOf } from './parties.js';
import type { PartyLine } from './parties.js';
import { callChangesOf, paymentLinesOf } from './payments.js';
import type { CallChange, PaymentLine } from './payments.js';
import { publicationLagOf } from './publication-lag.js';
import type { PublicationLag } from './publication-lag.js';
import { timelineOf } from './timeline.js';
import type { StageEntry } from './timeline.js';

/** A contracting process as a reader meets it: everything a page says, derived from the compiled release. */
export interface ProcessStory extends ProcessHead {
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
  readonly callChanges: readonly CallChange[];
  readonly contracts: readonly ContractStory[];
  readonly items?: ItemStory;
  readonly documents: readonly DocumentLine[];
}

/**
 * Tells the process from its compiled release and the list of its publications.
 * @param versioned its versioned release; without it contracts have no past
 */
export function tellProcess(release: Release, releases: readonly ReleaseLine[], versioned?: JsonObject): ProcessStory {
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
    callChanges: callChangesOf(release),
    contracts: contractsOf(release, releases, versioned),
    items: itemsOf(release),
    documents: documentsOf(release),
  };
}
