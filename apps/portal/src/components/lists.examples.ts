import { inventedEmptySearch, inventedRows, inventedSearch } from '../examples/invented-views.js';
import { facets, filterChips } from './facets.js';
import type { Examples } from './examples.js';
import { missing, notice } from './notice.js';
import { pager } from './pager.js';
import { resultRow } from './result-row.js';
import { searchBox } from './search-box.js';

const [openTender, contracted, bare] = inventedRows;
const search = inventedSearch();

export const resultRowExamples: Examples = {
  'an open tender': (locale) => openTender !== undefined && resultRow(openTender, 'h3', locale),
  'a contract, with why it matched': (locale) => contracted !== undefined && resultRow(contracted, 'h3', locale),
  'almost nothing known': (locale) => bare !== undefined && resultRow(bare, 'h3', locale),
};

export const searchExamples: Examples = {
  'the search box': (locale) => searchBox({ query: 'árboles', kept: search.kept ?? [] }, locale),
  'the facets': (locale) => facets(search.facets ?? [], locale),
  'the active filters': (locale) => filterChips(inventedEmptySearch().filters ?? [], locale),
  'the pager': (locale) => pager(search, locale),
};

export const noticeExamples: Examples = {
  'demonstration data': ({ words }) => notice(words.demo.title, words.demo.all, words.demo.label),
  'something missing': ({ words }) => missing(words.documents.none),
};
