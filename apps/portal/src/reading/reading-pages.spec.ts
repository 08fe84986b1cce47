import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { READING_NAMES, READING_PAGES } from './reading-pages.js';
import type { ReadingPage } from './reading-page.js';

const shapeOf = ({ sections }: ReadingPage) =>
  sections.map(({ id, blocks }) => [
    id,
    blocks.map((block) => (typeof block === 'string' ? linksIn(block) : sizeOf(block))),
  ]);
const linksIn = (text: string) => [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => path);
const sizeOf = (block: object) => Object.entries(block).map(([kind, items]) => [kind, (items as unknown[]).length]);

/** What the controllers of the site answer, without parameters. */
const served = readdirSync(join(import.meta.dirname, '..'))
  .filter((name) => name.endsWith('.controller.ts'))
  .flatMap((name) => [...readFileSync(join(import.meta.dirname, '..', name), 'utf8').matchAll(/'([a-z/-]+)'/g)])
  .map(([, path]) => `/${path}`);

describe('pages to be read', () => {
  it.each(READING_NAMES)('%s says in English what it says in Spanish', (name) => {
    const { es, en } = READING_PAGES[name];
    expect(shapeOf(en)).toEqual(shapeOf(es));
  });

  it.each(READING_NAMES)('%s leads only to pages that there are', (name) => {
    const paths = JSON.stringify(READING_PAGES[name].es).matchAll(/\]\(([^)]+)\)/g);
    const known = new Set([...served, ...READING_NAMES.map((one) => `/${one}`)]);
    expect([...paths].map(([, path]) => path).filter((path) => !known.has(path!))).toEqual([]);
  });
});
