import { inventedStanding, inventedSupplier } from '../examples/invented-parties.js';
import type { Examples } from './examples.js';
import { standingTable } from './standing.js';

const { keys } = inventedSupplier();
const { sources } = inventedStanding;

export const standingExamples: Examples = {
  'in the register and on a list': (locale) => standingTable(inventedStanding, keys, locale),
  'in neither': (locale) => standingTable({ sources, entries: [] }, keys, locale),
  'a natural person without a number': (locale) => standingTable({ sources, entries: [] }, ['MX-RFC-c7p1a2b3'], locale),
  'nothing received yet': (locale) => standingTable({ sources: [], entries: [] }, keys, locale),
};
