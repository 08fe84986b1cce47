import { tagsOf } from '../examples/tags-of.js';
import type { Tag } from '../examples/tags-of.js';
import { allPages } from '../examples/all-pages.js';

const pages = [...allPages('es'), ...allPages('en')].map(({ name, page }) => ({ name, page, tags: tagsOf(page) }));
const named = (tags: readonly Tag[], ...names: readonly string[]) => tags.filter(({ name }) => names.includes(name));
const valuesOf = (tags: readonly Tag[], attribute: string) =>
  tags.map(({ attributes }) => attributes[attribute]).filter((value) => value !== undefined);

describe('every page', () => {
  it.each(pages)('$name has one h1 and headings in order', ({ tags }) => {
    const levels = named(tags, 'h1', 'h2', 'h3', 'h4').map(({ name }) => Number(name[1]));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 1) + 1)).toEqual([]);
  });

  it.each(pages)('$name has its landmarks, a skip link, a title and a language', ({ name, page, tags }) => {
    for (const landmark of ['header', 'main', 'footer', 'nav', 'title']) expect(named(tags, landmark)).not.toEqual([]);
    expect(named(tags, 'main')).toHaveLength(1);
    expect(page).toMatch(/<body>\s*<a class="skip" href="#contenido">/);
    expect(valuesOf(named(tags, 'html'), 'lang')).toEqual([name.includes('(es)') ? 'es-MX' : 'en']);
    expect(page).toMatch(/<title>[^<]+ — [^<]+<\/title>/);
  });

  it.each(pages)('$name labels its fields, lists, navigations and tables', ({ tags }) => {
    const labels = valuesOf(named(tags, 'label'), 'for');
    const fields = named(tags, 'input', 'select', 'textarea').filter(
      ({ attributes }) => attributes['type'] !== 'hidden',
    );
    expect(fields.filter(({ attributes }) => !labels.includes(attributes['id'] ?? ''))).toEqual([]);
    expect(named(tags, 'nav').filter(({ attributes }) => !attributes['aria-label'])).toEqual([]);
    expect(named(tags, 'caption')).toHaveLength(named(tags, 'table').length);
    expect(named(tags, 'th').filter(({ attributes }) => !attributes['scope'])).toEqual([]);
  });

  it.each(pages)('$name uses each id once and refers only to ids it has', ({ tags }) => {
    const ids = valuesOf(tags, 'id');
    const references = [
      ...valuesOf(tags, 'aria-labelledby'),
      ...valuesOf(tags, 'aria-describedby').flatMap((told) => told.split(' ')),
      ...valuesOf(tags, 'for'),
    ];
    const anchors = valuesOf(named(tags, 'a'), 'href').filter((href) => href.startsWith('#'));
    expect(ids).toEqual([...new Set(ids)]);
    expect([...references, ...anchors.map((href) => href.slice(1))].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it.each(pages)('$name carries no inline script or style and loads from its own origin only', ({ page, tags }) => {
    expect(named(tags, 'style')).toEqual([]);
    expect(
      tags.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => /^on|^style$/.test(name)),
    ).toEqual([]);
    expect(page).not.toMatch(/<script(?! src="\/assets\/(?:enhance|desk)\.js\?v=1" defer><\/script>)/);
    expect(valuesOf(tags, 'src').filter((source) => !source.startsWith('/assets/'))).toEqual([]);
  });

  it.each(pages)('$name says plainly that its data is a demonstration', ({ name, page }) => {
    expect(page).toContain(name.includes('(es)') ? 'Datos de demostración.' : 'Demonstration data.');
  });

  it.each(pages)('$name leaves no hole in its wording', ({ page }) => {
    expect(page).not.toMatch(/\bundefined\b|\bNaN\b|\[object|\{[a-zA-Z]+\}/);
    expect(page).not.toContain('$0.00');
  });
});
