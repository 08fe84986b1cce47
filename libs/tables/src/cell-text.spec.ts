import type { ColumnType, Json } from '#ocds';
import { cellFromText, cellText } from './cell-text.js';

describe('the text of a cell', () => {
  it.each<[Json, ColumnType, string]>([
    ['0012', 'string', '0012'],
    [12.5, 'number', '12.5'],
    [1e21, 'number', '1e+21'],
    [false, 'boolean', 'false'],
    [['planning', 'tender'], 'strings', 'planning;tender'],
    [['uno;dos'], 'strings', '["uno;dos"]'],
    [['[a]'], 'strings', '["[a]"]'],
    [[-103.3, 20.6], 'numbers', '-103.3;20.6'],
    ['0012', 'any', '"0012"'],
    ['12 piezas', 'any', '"12 piezas"'],
    ['pieza', 'any', 'pieza'],
    ['true', 'any', '"true"'],
    ['trueno', 'any', 'trueno'],
    [12, 'any', '12'],
    [[{ a: 1 }, 'x'], 'any', '[{"a":1},"x"]'],
  ])('of %j in a column of %s is %s, and reads back', (value, type, text) => {
    expect(cellText(value, type)).toBe(text);
    expect(cellFromText(text, type)).toEqual(value);
  });

  it.each<[string, ColumnType]>([
    ['doce', 'number'],
    ['sí', 'boolean'],
    ['[roto', 'any'],
  ])('%s, written by hand into a column of %s, stays text', (text, type) => {
    expect(cellFromText(text, type)).toBe(text);
  });
});
