import { readText, type TextOptions } from './read-text.js';

describe('readText', () => {
  it.each([
    ['  padded \t', 'padded'],
    ['a\u00a0b  c', 'a b c'],
    ['line 1\r\nline 2\rline 3', 'line 1\nline 2\nline 3'],
    ['a \n\n\n\n b', 'a\n\nb'],
    ['a\u0000b\u200b\ufeff', 'ab'],
    ['SECRETARíA', 'SECRETARíA'],
    ["'0123", "'0123"],
  ])('tidies %j into %j', (text, value) => {
    expect(readText(text)).toEqual({ value });
  });

  it.each([
    '',
    '   ',
    '\u00a0\n',
    'N/A',
    'n.a.',
    'NO APLICA.',
    '"No aplica"',
    'Sin dato',
    '---',
    'Nota',
    'Ver nota',
    'null',
  ])('takes %j for blank', (text) => {
    expect(readText(text)).toEqual({});
  });

  it.each(['Nota aclaratoria de bases', 'No aplicable al caso', 'Ana', '0'])('takes %j for text', (text) => {
    expect(readText(text)).toEqual({ value: text });
  });

  it.each<[string, TextOptions, ReturnType<typeof readText>]>([
    ['N/A', { keepPlaceholders: true }, { value: 'N/A' }],
    ['abcdef', { limit: 6 }, { value: 'abcdef' }],
    ['abcdef', { limit: 3 }, { value: 'abc', rule: 'text-too-long', params: { length: 6, limit: 3 } }],
    ['ab😀d', { limit: 3 }, { value: 'ab', rule: 'text-too-long', params: { length: 5, limit: 3 } }],
  ])('reads %j with %j', (text, options, read) => {
    expect(readText(text, options)).toEqual(read);
  });

  it.each([
    ['LicitaciÃ³n', 'Ã³'],
    ['ADQUISICIÃ“N', 'Ã“'],
    ['N\ufffdmero', '\ufffd'],
    ['â€œobraâ€\u009d', 'â€œ'],
    ['28Â°', 'Â°'],
  ])('warns of broken letters in %j', (text, found) => {
    expect(readText(text)).toMatchObject({ rule: 'broken-character', params: { found } });
  });

  it.each(['São Paulo, SÃO PAULO', 'âme', 'Â la carte', 'año, ÑANDÚ, pingüino'])(
    'finds nothing broken in %j',
    (text) => {
      expect(readText(text)).toEqual({ value: text });
    },
  );

  it.each([' ', '\n', ' \n', '\u00a0-', 'Ã', 'n/a ', '"'])('answers at once to a run of %j', (piece) => {
    const started = performance.now();
    readText(`x${piece.repeat(50_000)}x`);
    readText(piece.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
