import fc from 'fast-check';
import { stableHash, type Json, type JsonObject } from '#ocds';
import { contentHashOf, contentOf } from './content-of.js';

const names = fc.constantFrom('id', 'date', 'tag', 'title', 'value', 'items', 'áé', '10', '9');
const { value: json } = fc.letrec<{ value: Json; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>('', ' ', null, 'licitación', 'a"b', 0, 1.5, true, false),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.dictionary(names, tie('value'), { maxKeys: 5 }),
}));

describe('contentHashOf', () => {
  it('is the stable hash of the content, whatever the content', () => {
    fc.assert(
      fc.property(fc.dictionary(names, json, { maxKeys: 6 }), (release) => {
        expect(contentHashOf(release as JsonObject)).toBe(stableHash(contentOf(release as JsonObject)));
      }),
      { numRuns: 1000, seed: 7 },
    );
  });
});
