import releaseSchema from '../../../../schemas/ocds/1.1/release-schema.json' with { type: 'json' };
import { boundErrors } from './bound-errors.js';
import { compileSchema } from './compile-schema.js';

it('rewrites both ways in which Ajv gathers errors', () => {
  const code = 'vErrors = vErrors === null ? validate2.errors : vErrors.concat(validate2.errors); vErrors.push(err7);';
  expect(boundErrors(code)).toBe(
    'vErrors = vErrors === null ? validate2.errors : ' +
      '(vErrors.length<20000&&vErrors.push(...validate2.errors),vErrors); ' +
      'vErrors.length<20000&&vErrors.push(err7);',
  );
});

it('keeps a release with 200,000 faults cheap: as Ajv generates the code, this takes minutes', () => {
  const check = compileSchema(releaseSchema);
  const parties = Array.from({ length: 100_000 }, (_, index) => ({ id: index, name: 5 }));
  const begun = performance.now();
  const errors = check({ parties });
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(errors.length).toBeGreaterThanOrEqual(20_000);
  expect(errors.length).toBeLessThanOrEqual(40_000);
});

it('still finds every fault of an ordinary release', () => {
  const check = compileSchema(releaseSchema);
  const parties = Array.from({ length: 500 }, (_, index) => ({ id: index, address: { region: 5 } }));
  expect(check({ parties })).toHaveLength(1005);
});
