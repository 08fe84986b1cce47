import { editDistance } from './edit-distance.js';

it.each([
  ['cuervo', 'cuervo', 0],
  ['cuerbo', 'cuervo', 1],
  ['papelria', 'papeleria', 1],
  ['papleeria', 'papeleria', 1],
  ['sillas', 'silla', 1],
  ['mesa', 'puente', 5],
  ['', 'mesa', 4],
])('from «%s» to «%s» there are %i letters', (a, b, letters) => {
  expect(editDistance(a, b)).toBe(letters);
  expect(editDistance(b, a)).toBe(letters);
});
