import { itemsOf } from '#ocds';
import type { Release } from '#ocds';
import { tidyRelease, untidyRelease } from '../examples/invented-release.js';
import type { Finding } from '../views.js';
import { documentsOf } from './documents.js';
import { groupFindings } from './findings.js';
import { callChangesOf, paymentLinesOf } from './payments.js';

describe('items', () => {
  it('come from the furthest stage that lists them', () => {
    expect(itemsOf(tidyRelease)?.from).toBe('contract');
    expect(itemsOf({ ...tidyRelease, contracts: [], tender: { items: [{ id: 1 }] } })).toEqual({
      from: 'tender',
      lines: [{}],
    });
    expect(itemsOf(untidyRelease)).toBeUndefined();
  });

  it('lose padding and zero prices, and keep exact quantities', () => {
    const item = { id: '1', quantity: 0.25, unit: { name: 'KG          ', value: { amount: 0, currency: 'MXN' } } };
    expect(itemsOf({ ...tidyRelease, contracts: [{ items: [item] }] })?.lines).toEqual([
      { quantity: '0.25', unit: 'KG' },
    ]);
  });
});

describe('documents', () => {
  it('keep the order of the stages and only links to the web', () => {
    const release: Release = {
      ...tidyRelease,
      awards: [{ id: 'a', documents: [{ id: '3', title: 'x', url: 'javascript:alert(1)', format: 'text/html' }] }],
    };
    expect(documentsOf(release).map(({ stage, url, format }) => [stage, url, format])).toEqual([
      ['tender', 'https://compras.example/bases.pdf', 'PDF'],
      ['tender', undefined, undefined],
      ['award', undefined, 'HTML'],
    ]);
  });
});

describe('payments and amendments', () => {
  it('come by date, the undated last', () => {
    const payment = (id: string, date?: string) => ({ id, date, payee: { name: id } });
    const transactions = [payment('b', '2024-02-01'), payment('c'), payment('a', '2024-01-01')];
    const release: Release = { ...tidyRelease, contracts: [{ id: 'k', implementation: { transactions } }] };
    expect(paymentLinesOf(release).map(({ payee }) => payee)).toEqual(['a', 'b', 'c']);
  });

  it('say what was changed in the call, in order', () => {
    const amendments = [
      { id: '2', date: '2024-05-20', rationale: 'Otra fecha de apertura.' },
      { id: '1', date: '2024-05-10', description: 'Más plazo para preguntar.' },
    ];
    expect(callChangesOf({ ...tidyRelease, tender: { amendments } })).toEqual([
      { day: '2024-05-10', text: 'Más plazo para preguntar.' },
      { day: '2024-05-20', text: 'Otra fecha de apertura.' },
    ]);
  });
});

describe('findings', () => {
  it('are grouped by rule, the gravest first', () => {
    const finding = (rule: string, severity: string): Finding => ({ rule, severity, message: { es: rule, en: rule } });
    const groups = groupFindings([
      finding('b', 'warning'),
      finding('a', 'error'),
      finding('c', 'warning'),
      finding('c', 'warning'),
    ]);
    expect(groups.map(({ rule, findings }) => [rule, findings.length])).toEqual([
      ['a', 1],
      ['c', 2],
      ['b', 1],
    ]);
  });
});
