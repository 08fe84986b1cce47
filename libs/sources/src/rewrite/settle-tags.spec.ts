import type { JsonObject } from '#ocds';
import type { RewriteChange } from './rewrite-change.js';
import { settleTags } from './settle-tags.js';

const PAID = { contracts: [{ id: '1', implementation: { transactions: [{ id: '1' }] } }] };

describe('settleTags', () => {
  it('adds the stages that have data beyond the one a release is tagged with', () => {
    const changes: RewriteChange[] = [];
    const release: JsonObject = { tag: ['tender'], planning: { rationale: 'x' }, awards: [{ id: '1' }], ...PAID };
    expect(settleTags(release, (change) => changes.push(change)).tag).toEqual([
      'tender',
      'award',
      'contract',
      'implementation',
    ]);
    expect(changes.map(({ rule, pointer, message }) => [rule, pointer, message.es])).toEqual([
      [
        'tag-from-content',
        '/tag',
        'La publicación trae datos de etapas que su etiqueta no decía: award, contract, implementation.',
      ],
    ]);
  });

  it.each<[string, JsonObject]>([
    ['tells its furthest stage, whatever it repeats of earlier ones', { tag: ['implementation'], tender: {}, ...PAID }],
    ['tells it by an update', { tag: ['contractUpdate'], tender: { id: '1' }, contracts: [{ id: '1' }] }],
    ['is compiled', { tag: ['compiled'], ...PAID }],
    ['has no tag of a stage', { tag: ['otra'], ...PAID }],
    ['has no list of tags', { tag: 7, ...PAID }],
  ])('leaves a release that %s', (_, release) => {
    expect(settleTags(release, () => {})).toBe(release);
  });
});
