import { inventedChanges } from '../examples/invented-changes.js';
import { inventedBeginning, inventedExploration } from '../examples/invented-charts.js';
import { inventedHome } from '../examples/invented-home.js';
import { inventedBuyer, inventedSupplier } from '../examples/invented-parties.js';
import { tidyRelease, untidyRelease } from '../examples/invented-release.js';
import { inventedEmptySearch, inventedProcess, inventedUntidyProcess } from '../examples/invented-views.js';
import { html } from '../html.js';
import { codeLabel } from '../locale.js';
import type { Locale } from '../locale.js';
import { tellProcess } from '../story/process-story.js';
import { barChart } from './bar-chart.js';
import { changeTable } from './change-table.js';
import { citation } from './citation.js';
import type { Examples } from './examples.js';
import { meetingTable } from './meeting-table.js';
import { scopeNav } from './scope-nav.js';
import { searchHelp } from './search-help.js';
import { shareTable } from './share-table.js';
import { yearFigures } from './year-figures.js';
import { yearTable } from './year-table.js';

const meetings = {
  ...tidyRelease,
  tender: {
    clarificationMeetings: [
      { id: '1', date: '2024-05-13T10:00:00-06:00', attendees: [{ id: 'P100' }], officials: [{ id: 'F1' }] },
      { id: '2' },
    ],
  },
};

const howOf = (shares: Parameters<typeof shareTable>[0]['shares'], locale: Locale) =>
  shareTable(
    { caption: locale.words.party.methods, label: locale.words.search.facets.method, shares },
    (code) => codeLabel(locale, 'procurementMethod', code),
    locale,
  );

export const headExamples: Examples = {
  'how to cite it': (locale) => {
    const view = inventedProcess(locale.language);
    return citation(tellProcess(view.release, view.releases), view, locale);
  },
  'how to cite what says little': (locale) => {
    const view = inventedUntidyProcess(locale.language);
    return citation(tellProcess(untidyRelease, []), view, locale);
  },
  'clarification meetings': (locale) => meetingTable(meetings, locale),
};

export const changeExamples: Examples = {
  'a contract that grew': (locale) => changeTable('Contratación', inventedChanges().differences ?? [], locale),
};

export const chartExamples: Examples = {
  answers: (locale) =>
    html`${inventedExploration(locale.language)
      .charts.slice(0, 4)
      .map((chart) => barChart(chart, locale))}`,
  'too little to answer': (locale) =>
    html`${inventedBeginning(locale.language)
      .charts.slice(4)
      .map((chart) => barChart(chart, locale))}`,
};

export const figureExamples: Examples = {
  'a year in four figures': (locale) => yearFigures(inventedHome(locale.language).year!, locale),
  'year by year': (locale) => yearTable(inventedSupplier().years, locale),
  'shares, one of them unknown': (locale) => howOf(inventedSupplier().methods, locale),
  'a single share': (locale) => howOf(inventedBuyer().methods, locale),
};

export const lookingExamples: Examples = {
  'the same words elsewhere': (locale) => scopeNav('suppliers', 'árboles', locale),
  'nothing found': (locale) => searchHelp(inventedEmptySearch(locale.language).help!, locale),
};
