import { allAlertPages } from '../alerts/all-alert-pages.js';
import { allDeskPages } from '../desk/examples/all-desk-pages.js';
import { allTrackerPages } from '../tracker/examples/all-tracker-pages.js';
import type { Language } from '../locale.js';
import { inventedChanges, inventedUnknownChanges } from './invented-changes.js';
import { READING_NAMES } from '../reading/reading-pages.js';
import { inventedBeginning, inventedExploration } from './invented-charts.js';
import { inventedDictionary, inventedDownloads, inventedReading } from './invented-reading.js';
import { inventedHome } from './invented-home.js';
import {
  inventedEmptySearch,
  inventedErrors,
  inventedItems,
  inventedProcess,
  inventedSearch,
  inventedSite,
  inventedUntidyProcess,
} from './invented-views.js';
import { inventedBuyer, inventedOpenTenders, inventedParties, inventedSupplier } from './invented-parties.js';
import { changesPage } from '../pages/changes.page.js';
import { dictionaryPage } from '../pages/dictionary.page.js';
import { downloadsPage } from '../pages/downloads.page.js';
import { errorPage } from '../pages/error.page.js';
import { examplesPage } from '../pages/examples.page.js';
import { explorePage } from '../pages/explore.page.js';
import { homePage } from '../pages/home.page.js';
import { itemsPage } from '../pages/items.page.js';
import { openTendersPage } from '../pages/open-tenders.page.js';
import { partiesPage } from '../pages/parties.page.js';
import { partyPage } from '../pages/party.page.js';
import { processPage } from '../pages/process.page.js';
import { readingPage } from '../pages/reading.page.js';
import { searchPage } from '../pages/search.page.js';

/** Every page type with invented data, for tests that look at all of them. */
export function allPages(language: Language): readonly { readonly name: string; readonly page: string }[] {
  return [
    { name: `home (${language})`, page: homePage(inventedHome(language)) },
    { name: `search (${language})`, page: searchPage(inventedSearch(language)) },
    { name: `empty search (${language})`, page: searchPage(inventedEmptySearch(language)) },
    { name: `items (${language})`, page: itemsPage(inventedItems(language)) },
    {
      name: `items, before a search (${language})`,
      page: itemsPage({ site: inventedSite(language), query: '', found: [] }),
    },
    { name: `process (${language})`, page: processPage(inventedProcess(language)) },
    { name: `untidy process (${language})`, page: processPage(inventedUntidyProcess(language)) },
    { name: `changes (${language})`, page: changesPage(inventedChanges(language)) },
    { name: `changes of an unknown release (${language})`, page: changesPage(inventedUnknownChanges(language)) },
    { name: `suppliers (${language})`, page: partiesPage(inventedParties(language)) },
    { name: `supplier (${language})`, page: partyPage(inventedSupplier(language)) },
    { name: `buyer (${language})`, page: partyPage(inventedBuyer(language)) },
    { name: `open tenders (${language})`, page: openTendersPage(inventedOpenTenders(language)) },
    ...READING_NAMES.map((name) => ({
      name: `${name} (${language})`,
      page: readingPage(inventedReading(name, language)),
    })),
    { name: `dictionary (${language})`, page: dictionaryPage(inventedDictionary(language)) },
    { name: `downloads (${language})`, page: downloadsPage(inventedDownloads(language)) },
    { name: `charts (${language})`, page: explorePage(inventedExploration(language)) },
    { name: `charts of nothing (${language})`, page: explorePage(inventedBeginning(language)) },
    { name: `sample book (${language})`, page: examplesPage(inventedSite(language)) },
    ...inventedErrors(language).map((view) => ({ name: `error ${view.status} (${language})`, page: errorPage(view) })),
    ...allAlertPages(language),
    ...allTrackerPages(language),
    ...allDeskPages(language),
  ];
}
