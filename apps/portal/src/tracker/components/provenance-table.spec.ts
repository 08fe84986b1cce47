import { loadPlans } from '#tracking';
import { render } from '../../html.js';
import { inventedTracker } from '../examples/invented-tracker.js';
import { trackerLocaleOf } from '../tracker-locale.js';
import { provenanceTable } from './provenance-table.js';

const view = inventedTracker();
const { plan } = view.tracker;
const plans = [plan, ...(await loadPlans())];
const told = plans.flatMap(({ commitments, milestones, sessions }) => [...commitments, ...milestones, ...sessions]);

it.each(['es', 'en'] as const)('names every field of what it tells of in words: %s', (language) => {
  const locale = trackerLocaleOf(language);
  const names = new Set(Object.values(locale.tracker.fields));
  const said = told.flatMap((item) =>
    [...render(provenanceTable(view, item, locale)).matchAll(/<th role="rowheader"[^>]*>([^<]*)/g)].map(
      ([, name]) => name!,
    ),
  );
  expect(said.length).toBeGreaterThan(told.length);
  expect([...new Set(said)].filter((name) => !names.has(name))).toEqual([]);
});

it('says once where all facts come from when that is one source', () => {
  const seventh = plan.commitments.find(({ id }) => id.endsWith('7'));
  const page = render(provenanceTable(view, seventh!, trackerLocaleOf('es')));
  const sources = new Set(plan.sources.map(({ publisher }) => publisher));
  expect([...sources].filter((source) => source !== undefined && page.split(source).length > 2)).toEqual([]);
  expect(page).toContain('<p>Fuente: ');
});
