import { readRfc } from './read-rfc.js';

// Invented, but for the example of the tax authority's own document: GODE561231GR8.
describe('readRfc', () => {
  it.each([
    ['GODE561231GR8', 'GODE561231GR8', 'fisica'],
    ['XOLO920229Q12', 'XOLO920229Q12', 'fisica'],
    ['QAZ200101A17', 'QAZ200101A17', 'moral'],
    ['QAZ200101A5A', 'QAZ200101A5A', 'moral'],
    ['L&M121212ZZ9', 'L&M121212ZZ9', 'moral'],
    ['ÑAN050607XY9', 'ÑAN050607XY9', 'moral'],
    ['N\u0303AN050607XY9', 'ÑAN050607XY9', 'moral'],
    [' gode-561231-gr8 ', 'GODE561231GR8', 'fisica'],
    ['GODE 561231 GR8', 'GODE561231GR8', 'fisica'],
    ["'QAZ\u00a0200101A17", 'QAZ200101A17', 'moral'],
    ['RFC: QAZ200101A17', 'QAZ200101A17', 'moral'],
    ['QAZ–200101–A17', 'QAZ200101A17', 'moral'],
  ])('reads %j', (text, rfc, kind) => {
    expect(readRfc(text)).toEqual({ value: { rfc, kind, verified: true } });
  });

  it.each([
    ['QAZ200101A18', '7'],
    ['GODE561231GRA', '8'],
    ['QZA200101A17', '3'],
  ])('gives %s unverified, where the check digit should be %s', (text, expected) => {
    const { value, rule, params } = readRfc(text);
    expect([value?.verified, rule, params]).toEqual([false, 'rfc-check-digit', { expected }]);
  });

  it.each(['XAXX010101000', 'xexx-010101-000'])('gives %s as generic', (text) => {
    expect(readRfc(text)).toMatchObject({ value: { kind: 'generic', verified: false }, rule: 'rfc-generic' });
  });

  it.each([
    'QAZ',
    'QAZ200101',
    'QAZ201301A17',
    'QAZ200230A17',
    'QAZ200431A17',
    'QAZ200101A1Z',
    'QA200101A17',
    '123456789012',
    'EXTRANJERO',
  ])('refuses %s', (text) => {
    expect(readRfc(text)).toEqual({ rule: 'rfc-invalid' });
  });

  it.each(['', 'N/A', 'No aplica', '-', '0', 'NO DATO'])('takes %j for blank', (text) => {
    expect(readRfc(text)).toEqual({});
  });
});
