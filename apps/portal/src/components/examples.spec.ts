import { tagsOf } from '../examples/tags-of.js';
import { html, render } from '../html.js';
import { localeOf } from '../locale.js';
import { allExamples } from './all-examples.js';

const cases = Object.entries(allExamples).flatMap(([component, examples]) =>
  Object.entries(examples).flatMap(([name, example]) =>
    (['es', 'en'] as const).map((language) => ({ name: `${component}: ${name} (${language})`, example, language })),
  ),
);

describe('every example of every component', () => {
  it.each(cases)('$name is whole', ({ example, language }) => {
    const markup = render(html`${example(localeOf(language))}`);
    expect(markup).not.toBe('');
    expect(markup).not.toMatch(/undefined|NaN|\[object|\{[a-z]+\}/i);
    expect(markup).not.toContain('$0.00');
    expect(tagsOf(markup).map(({ attributes }) => attributes)).not.toContainEqual(
      expect.objectContaining({ style: expect.anything() }),
    );
  });

  it.each(cases)('$name names its tables, columns and rows', ({ example, language }) => {
    const tags = tagsOf(render(html`${example(localeOf(language))}`));
    const count = (name: string) => tags.filter((tag) => tag.name === name).length;
    expect(count('caption')).toBe(count('table'));
    expect(tags.filter(({ name, attributes }) => name === 'th' && attributes['scope'] === undefined)).toEqual([]);
    expect(tags.filter(({ name, attributes }) => name === 'td' && !attributes['data-label'])).toEqual([]);
  });
});
