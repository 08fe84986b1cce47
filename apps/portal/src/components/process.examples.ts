import { openRelease, tidyRelease, untidyRelease } from '../examples/invented-release.js';
import { inventedProcess, inventedUntidyProcess } from '../examples/invented-views.js';
import { tellProcess } from '../story/process-story.js';
import { dealTable } from './deal-table.js';
import { documentTable } from './document-table.js';
import type { Examples } from './examples.js';
import { findingList } from './finding-list.js';
import { itemTable } from './item-table.js';
import { moneyTable } from './money-table.js';
import { buyingTable, competingTable } from './party-table.js';
import { paymentTables } from './payment-tables.js';
import { provenance } from './provenance.js';
import { releaseTable } from './release-table.js';
import { timeline } from './timeline.js';

const SILENT = new Map([
  [
    'https://compras.example/bases.pdf',
    {
      checkedAt: '2026-03-09T12:00:00Z',
      httpStatus: null,
      fault: 'TIMEOUT',
      failingSince: '2026-03-02T12:00:00Z',
      changedSince: null,
    },
  ],
]);
const tidyView = inventedProcess();
const untidyView = inventedUntidyProcess();
const tidy = tellProcess(tidyRelease, tidyView.releases, tidyView.versioned);
const untidy = tellProcess(untidyRelease, untidyView.releases);
const open = tellProcess(openRelease, []);
const manyItems = {
  from: 'contract' as const,
  lines: Array.from({ length: 200 }, (_, n) => ({ description: `Partida ${n + 1}` })),
};
const manyContracts = Array.from({ length: 7 }, (_, n) => ({ ...tidy.contracts[0]!, id: `C-${n + 1}` }));

export const timelineExamples: Examples = {
  'all five stages': (locale) => timeline(tidy.timeline, false, locale),
  'out of order, with gaps': (locale) => timeline(untidy.timeline, true, locale),
  'only a tender yet': (locale) => timeline(open.timeline, false, locale),
};

export const moneyExamples: Examples = {
  'five amounts': (locale) => moneyTable(tidy.money, tidy.excesses, locale),
  'missing amounts, two currencies': (locale) => moneyTable(untidy.money, untidy.excesses, locale),
};

export const partyExamples: Examples = {
  'who buys': (locale) => buyingTable(tidy.buying, locale),
  'who took part': (locale) => competingTable(tidy.competing, locale),
  'someone the list forgot': (locale) => competingTable(untidy.competing, locale),
  'nobody reported': (locale) => buyingTable([], locale),
};

export const dealExamples: Examples = {
  'one award, one contract': (locale) => dealTable(tidy.deals, locale),
  'awards without contract and the reverse': (locale) => dealTable(untidy.deals, locale),
  'no award yet': (locale) => dealTable([], locale),
};

export const tableExamples: Examples = {
  items: (locale) => itemTable(tidy.items, locale),
  'two hundred items': (locale) => itemTable(manyItems, locale),
  'no items': (locale) => itemTable(undefined, locale),
  documents: (locale) => documentTable(tidy.documents, locale),
  'documents that do not answer': (locale) => documentTable(tidy.documents, locale, SILENT),
  'no documents': (locale) => documentTable([], locale),
  'amendments and payments': (locale) => paymentTables(tidy, locale),
  'payments without a value to compare with': (locale) => paymentTables(untidy, locale),
  'many contracts': (locale) => paymentTables({ ...tidy, contracts: manyContracts }, locale),
  'neither amendments nor payments': (locale) => paymentTables(open, locale),
};

export const sourceExamples: Examples = {
  releases: (locale) => releaseTable(tidyView.ocid, tidyView.releases, locale),
  'findings by rule': (locale) => findingList(untidyView.findings, locale),
  'notes only': (locale) => findingList({ ...untidyView.findings, onlyNotes: true }, locale),
  'no findings': (locale) => findingList(tidyView.findings, locale),
  'where it comes from': (locale) => provenance(tidyView, locale),
  'no source file kept': (locale) => provenance(untidyView, locale),
};
