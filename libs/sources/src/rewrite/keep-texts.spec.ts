import type { JsonObject } from '#ocds';
import { keepTexts } from './keep-texts.js';
import type { RewriteChange } from './rewrite-change.js';

const TEXTS = new Map([['contracts/implementation/transactions/source', 'planning/budget/description']]);

function paidFrom(...sources: readonly string[]): JsonObject {
  return { contracts: [{ implementation: { transactions: sources.map((source) => ({ source })) } }] };
}

describe('keepTexts', () => {
  it('keeps the name of the budget that stands where the address of one belongs', () => {
    const changes: RewriteChange[] = [];
    const release = {
      ...paidFrom('Presupuesto de Egresos', 'Presupuesto de Egresos'),
      planning: { budget: { id: '7' } },
    };
    expect(keepTexts(release, TEXTS, (change) => changes.push(change)).planning).toEqual({
      budget: { id: '7', description: 'Presupuesto de Egresos' },
    });
    expect(changes.map(({ rule, pointer, after }) => [rule, pointer, after])).toEqual([
      ['keep-text', '/planning/budget/description', 'Presupuesto de Egresos'],
    ]);
  });

  it('keeps each of several names once', () => {
    expect(keepTexts(paidFrom('Ramo 33', 'Propios', 'Ramo 33'), TEXTS, () => {}).planning).toEqual({
      budget: { description: 'Ramo 33; Propios' },
    });
  });

  it.each<[string, JsonObject]>([
    ['has addresses', paidFrom('www.ejemplo.gob.mx/partidas', 'https://ejemplo.gob.mx/1')],
    ['describes its budget already', { ...paidFrom('Ramo 33'), planning: { budget: { description: 'Otro' } } }],
    ['has something else in its place', { ...paidFrom('Ramo 33'), planning: ['x'] }],
    ['has no payments', { contracts: 'x' }],
  ])('leaves a release that %s', (_, release) => {
    expect(keepTexts(release, TEXTS, () => {})).toBe(release);
  });
});
