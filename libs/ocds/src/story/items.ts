import type { Item, Release } from '../release.js';
import { decimalOf } from './decimal.js';
import type { Decimal } from './decimal.js';
import type { Money } from './money.js';
import { knownMoneyOf } from './money-by-stage.js';
import { memberOf, partOf, partsOf, textOf } from './read.js';
import type { Stage } from './stage.js';

/** What was bought, as told by the furthest stage that lists it. */
export interface ItemStory {
  readonly from: Extract<Stage, 'tender' | 'award' | 'contract'>;
  readonly lines: readonly ItemLine[];
}

export interface ItemLine {
  readonly description?: string;
  readonly classification?: string;
  readonly quantity?: Decimal;
  readonly unit?: string;
  readonly unitPrice?: Money;
  /** Jalisco's `itemAmount`: what the line costs as the publisher says it. Never computed here. */
  readonly total?: Money;
}

/** The items of the contracts, else of the awards, else of the tender; `undefined` when nobody lists any. */
export function itemsOf(release: Release): ItemStory | undefined {
  const sources: readonly (readonly [ItemStory['from'], readonly Item[]])[] = [
    ['contract', partsOf(release.contracts).flatMap(({ items }) => partsOf(items))],
    ['award', partsOf(release.awards).flatMap(({ items }) => partsOf(items))],
    ['tender', partsOf(partOf(release.tender)?.items)],
  ];
  const [from, items] = sources.find(([, found]) => found.length > 0) ?? [];
  return from === undefined || items === undefined ? undefined : { from, lines: items.map(lineOf) };
}

function lineOf(item: Item): ItemLine {
  return {
    description: textOf(item.description),
    classification: textOf(partOf(item.classification)?.description),
    quantity: decimalOf(item.quantity),
    unit: textOf(partOf(item.unit)?.name),
    unitPrice: knownMoneyOf(memberOf(item.unit, 'value')),
    total: knownMoneyOf(memberOf(item, 'itemAmount')),
  };
}
