import { fill, fillText, pluralOf } from './fill.js';
import { html, render } from './html.js';

describe('wording with holes', () => {
  it('takes markup and escapes text', () => {
    expect(render(fill('De {who} por {sum}.', { who: '<b>', sum: html`<b>1</b>` }))).toBe('De &lt;b&gt; por <b>1</b>.');
  });

  it('leaves a forgotten hole visible', () => {
    expect(fillText('Faltan {n} de {total}', { n: 2 })).toBe('Faltan 2 de {total}');
  });

  it('does not read what the language gives every object', () => {
    expect(fillText('{constructor}', {})).toBe('{constructor}');
  });

  it('says one and many', () => {
    const words = { one: '{n} publicación', other: '{n} publicaciones' };
    expect([0, 1, 2].map((n) => fillText(pluralOf(words, n), { n }))).toEqual([
      '0 publicaciones',
      '1 publicación',
      '2 publicaciones',
    ]);
  });
});
