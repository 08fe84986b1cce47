import { fromEscapes, xmlText } from './xml-text.js';

describe('text of a worksheet', () => {
  it.each([
    ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
    ['nul \0, campana \x07', 'nul _x0000_, campana _x0007_'],
    ['media pareja \uD83D.', 'media pareja _xD83D_.'],
    ['pareja 😀', 'pareja 😀'],
    ['ya parece escape: _x0041_', 'ya parece escape: _x005F_x0041_'],
    ['línea\r\ndos', 'línea&#13;\ndos'],
  ])('%j is written as %s', (text, xml) => expect(xmlText(text)).toBe(xml));

  it('reads its escapes back', () => {
    expect(fromEscapes('_x005F_x0041_ _x0007_')).toBe('_x0041_ \x07');
  });
});
