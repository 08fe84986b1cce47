import type { Json } from '../json.js';
import { shortJson } from './short-json.js';

it.each<[Json, string]>([
  [null, 'null'],
  [1500.5, '1500.5'],
  ['a "b"', '"a \\"b\\""'],
  [{ id: 1, roles: ['buyer'] }, '{"id":1,"roles":["buyer"]}'],
  [{ a: { b: { c: { d: 1 } } } }, '{"a":{"b":{"c":{…}}}}'],
  [[], '[]'],
])('shows %j whole', (value, text) => expect(shortJson(value)).toBe(text));

it('cuts long values, and never in the middle of a character', () => {
  expect(shortJson('x'.repeat(100), 10)).toBe('"xxxxxxxx…');
  expect(shortJson('12345678🖋🖋', 10)).toBe('"12345678…');
  expect(shortJson(Array.from({ length: 1_000_000 }, () => 7))).toHaveLength(80);
});
