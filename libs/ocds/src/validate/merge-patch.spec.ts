import type { JsonObject } from '../json.js';
import { mergePatch } from './merge-patch.js';

/** The object cases of RFC 7396 appendix A. */
it.each<[JsonObject, JsonObject, JsonObject]>([
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
])('patches %j with %j into %j', (target, patch, result) => expect(mergePatch(target, patch)).toEqual(result));

it('changes neither argument', () => {
  const [target, patch] = [{ a: { b: 1 } }, { a: { c: 2 } }];
  mergePatch(target, patch);
  expect([target, patch]).toEqual([{ a: { b: 1 } }, { a: { c: 2 } }]);
});

it('takes __proto__ for a member like any other', () => {
  const patched = mergePatch({}, JSON.parse('{"__proto__":{"polluted":true}}') as JsonObject);
  expect(Object.getPrototypeOf(patched)).toBe(Object.prototype);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
