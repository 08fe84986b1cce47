import type { Release } from '#ocds';
import fc from 'fast-check';
import { inventedHome } from '../examples/invented-home.js';
import {
  inventedErrors,
  inventedProcess,
  inventedEmptySearch,
  inventedItems,
  inventedSearch,
  inventedUntidyProcess,
} from '../examples/invented-views.js';
import { inventedDeskProcess } from '../desk/examples/all-desk-pages.js';
import { inventedSource } from '../desk/examples/invented-desk.js';
import { inventedDeskHome, inventedUpload } from '../desk/examples/invented-uploads.js';
import { deskProcessPage } from '../desk/pages/desk-process.page.js';
import { deskHomePage } from '../desk/pages/home.page.js';
import { sourcePage } from '../desk/pages/source.page.js';
import { uploadPage } from '../desk/pages/upload.page.js';
import { tagsOf } from '../examples/tags-of.js';
import { errorPage } from './error.page.js';
import { homePage } from './home.page.js';
import { itemsPage } from './items.page.js';
import { processPage } from './process.page.js';
import { searchPage } from './search.page.js';

const HOSTILE = `"'\`><img src=x onerror=alert(1)><script>alert(1)</script></title></textarea><!--{names}javascript:alert(1)`;

// Codes that the types promise; everything else may be anything.
const PROMISED: ReadonlySet<string> = new Set(['side', 'language', 'stage', 'name', 'by', 'status', 'iva']);

function poison<T>(view: T, key = ''): T {
  if (typeof view === 'string') return (PROMISED.has(key) ? view : HOSTILE) as T;
  if (Array.isArray(view)) return view.map((part: unknown) => poison(part, key)) as T;
  if (typeof view !== 'object' || view === null) return view;
  return Object.fromEntries(Object.entries(view).map(([name, part]) => [name, poison(part, name)])) as T;
}

// Party and publisher names are data though they share a member's name with facets.
function poisonProcess(view: ReturnType<typeof inventedProcess>) {
  const text = JSON.stringify(view.release).replaceAll(/"name":"[^"]*"/g, `"name":${JSON.stringify(HOSTILE)}`);
  return { ...poison(view), release: poison(JSON.parse(text) as Release), publisher: { id: HOSTILE, name: HOSTILE } };
}

const clean = [processPage(inventedProcess()), searchPage(inventedSearch()), homePage(inventedHome())];
const allowed: ReadonlySet<string> = new Set(clean.flatMap(tagsOf).map(({ name }) => name));

function expectInert(page: string): void {
  const tags = tagsOf(page);
  expect(tags.filter(({ name }) => !allowed.has(name))).toEqual([]);
  expect(tags.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => /^on|^style$/.test(name))).toEqual(
    [],
  );
  expect(tags.filter(({ attributes }) => /^\s*(javascript|data):/i.test(attributes['href'] ?? ''))).toEqual([]);
  expect(tags.filter(({ name }) => name === 'script')).toHaveLength(1);
}

describe('markup in every field', () => {
  it('stays text on the process page', () => {
    expectInert(processPage(poisonProcess(inventedProcess())));
    expectInert(processPage(poisonProcess(inventedUntidyProcess())));
  });

  it('stays text on the home page, in results and on error pages', () => {
    // The lanes are of the tracker, whose pages have a test of their own.
    const { commitment, ...home } = inventedHome();
    expectInert(homePage({ ...poison(home), commitment }));
    expectInert(searchPage(poison(inventedSearch())));
    expectInert(searchPage(poison(inventedEmptySearch())));
    expectInert(itemsPage(poison(inventedItems())));
    for (const view of inventedErrors()) expectInert(errorPage(poison(view)));
  });
});

describe('markup in every field of the desk', () => {
  // Codes of the desk, which its types promise.
  const CODES = new Set([
    'state',
    'kind',
    'alarm',
    'lastOutcome',
    'outcome',
    'trigger',
    'done',
    'sections',
    'severity',
  ]);
  const poisonDesk = <T>(view: T, key = ''): T => {
    if (typeof view === 'string') return (PROMISED.has(key) || CODES.has(key) ? view : HOSTILE) as T;
    if (Array.isArray(view)) return view.map((part: unknown) => poisonDesk(part, key)) as T;
    if (typeof view !== 'object' || view === null) return view;
    return Object.fromEntries(Object.entries(view).map(([name, part]) => [name, poisonDesk(part, name)])) as T;
  };

  it.each([
    ['an upload', (): string => uploadPage(poisonDesk(inventedUpload('done')))],
    ['a process', (): string => deskProcessPage(poisonDesk(inventedDeskProcess()))],
    ['what waits', (): string => deskHomePage(poisonDesk(inventedDeskHome()))],
    ['a source', (): string => sourcePage(poisonDesk(inventedSource()))],
  ])('stays text on the page of %s', (_, page) => {
    const tags = tagsOf(page());
    const names = new Set(tags.map(({ name }) => name));
    expect([...names].filter((name) => ['img', 'iframe', 'style'].includes(name))).toEqual([]);
    expect(tags.filter(({ name }) => name === 'script')).toHaveLength(2);
    expect(tags.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => name.startsWith('on'))).toEqual(
      [],
    );
    expect(tags.filter(({ attributes }) => /^\s*javascript:/i.test(attributes['href'] ?? ''))).toEqual([]);
  });
});

describe('content of any shape', () => {
  const members = ['parties', 'buyer', 'planning', 'tender', 'awards', 'contracts', 'additionalProcessInformation'];
  const release = fc.record(Object.fromEntries(members.map((member) => [member, fc.jsonValue({ maxDepth: 3 })])));

  it('still makes a page', () => {
    fc.assert(
      fc.property(release, (parts) => {
        expectInert(
          processPage({
            ...inventedProcess(),
            release: { ...parts, ocid: 'o', id: 'i', date: '', tag: [] } as unknown as Release,
          }),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('still makes a page when one leaf of a good release is replaced', () => {
    const good = inventedProcess();
    const leaves = leavesOf(good.release);
    fc.assert(
      fc.property(fc.constantFrom(...leaves), fc.jsonValue({ maxDepth: 2 }), (path, value) => {
        const copy = structuredClone(good.release) as unknown as Record<string, unknown>;
        replaceAt(copy, path, value);
        expectInert(processPage({ ...good, release: copy as unknown as Release }));
      }),
      { numRuns: 150 },
    );
  });
});

function leavesOf(node: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof node !== 'object' || node === null) return [path];
  return [path, ...Object.entries(node).flatMap(([key, child]) => leavesOf(child, [...path, key]))].filter(
    ({ length }) => length > 0,
  );
}

function replaceAt(root: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const owner = path.slice(0, -1).reduce((node, key) => node[key] as Record<string, unknown>, root);
  owner[path.at(-1) ?? ''] = value;
}
