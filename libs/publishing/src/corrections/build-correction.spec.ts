import { compileReleases, type Json, type JsonObject } from '#ocds';
import { buildCorrection, type BuiltCorrection } from './build-correction.js';
import type { Edit } from './edit.js';

const first: JsonObject = {
  ocid: 'ocds-xs1qbl-A-1',
  id: 'r1',
  date: '2026-01-10T10:00:00Z',
  tag: ['tender', 'award'],
  language: 'es',
  initiationType: 'tender',
  tender: { id: 'A-1', title: 'Papel', status: 'complete', submissionMethod: ['inPerson'] },
  parties: [{ id: 'MX-RFC-PIN010203AB1', name: 'Papelería Inventada', roles: ['supplier'] }],
  awards: [{ id: 'a1', status: 'active', title: 'Papel', value: { amount: 1000, currency: 'MXN' } }],
  contracts: [{ id: 'c1', awardID: 'a1', status: 'active' }],
};

function correct(...edits: Edit[]): BuiltCorrection {
  const options = { history: [first], edits, now: '2026-02-01T00:00:00.000Z', mask: (release: JsonObject) => release };
  return buildCorrection(options);
}

const put = (pointer: string, value: Json): Edit => ({ pointer, value });

function made(...edits: Edit[]) {
  const built = correct(...edits);
  if (built.faults) throw new Error(JSON.stringify(built.faults));
  return { ...built, compiled: compileReleases([first, built.release]) };
}

describe('a correction', () => {
  it('is a release that tells everything, with the corrected value, tagged by what it changes', () => {
    const { release, compiled, values } = made(put('/awards/[a1]/value/amount', 100));
    expect(release).toMatchObject({ tag: ['awardUpdate'], date: '2026-02-01T00:00:00.000Z', tender: first.tender });
    expect(release.id).toMatch(/^ocds-xs1qbl-A-1-20260201T000000000-[0-9a-f]{12}$/);
    expect(compiled).toMatchObject({ awards: [{ id: 'a1', value: { amount: 100, currency: 'MXN' } }] });
    expect(values).toEqual([{ pointer: '/awards/[a1]/value/amount', before: 1000, after: 100 }]);
  });

  it('takes a value away, adds one where there was none, and adds an item', () => {
    const { compiled, release } = made(
      put('/awards/[a1]/title', null),
      put('/contracts/[c1]/value', { amount: 900, currency: 'MXN' }),
      put('/awards/[a2]', { id: 'a2', status: 'pending' }),
    );
    expect(release).toHaveProperty('awards.0.title', null);
    expect(compiled).toMatchObject({
      awards: [{ id: 'a1' }, { id: 'a2', status: 'pending' }],
      contracts: [{ id: 'c1', value: { amount: 900 } }],
    });
    expect(compiled).not.toHaveProperty('awards.0.title');
    expect(release.tag).toEqual(['award', 'awardUpdate', 'contractUpdate']);
  });

  it('replaces a list of codes whole', () => {
    const { compiled, values } = made(put('/tender/submissionMethod', ['electronicSubmission']));
    expect(compiled).toHaveProperty('tender.submissionMethod', ['electronicSubmission']);
    expect(values).toEqual([
      { pointer: '/tender/submissionMethod', before: ['inPerson'], after: ['electronicSubmission'] },
    ]);
  });

  it('names a cancellation by its tag', () => {
    expect(made(put('/awards/[a1]/status', 'cancelled')).release.tag).toEqual(['awardCancellation']);
  });

  it('comes after every release before it, whatever the clock says', () => {
    const options = { edits: [put('/tender/title', 'Hojas')], mask: (one: JsonObject) => one };
    const built = buildCorrection({ ...options, history: [first], now: '2025-01-01T00:00:00.000Z' });
    expect(built).toHaveProperty('release.date', '2026-01-10T10:00:00.001Z');
  });

  it('does not add items without id a second time', () => {
    const history = [{ ...first, tender: { id: 'A-1', title: 'Papel', items: [{ description: 'Resma' }] } }];
    const edits = [put('/tender/title', 'Hojas')];
    const built = buildCorrection({ history, edits, now: '2026-02-01T00:00:00.000Z', mask: (one) => one });
    expect(built.faults).toBeUndefined();
    if (built.faults) return;
    expect(compileReleases([...history, built.release])).toHaveProperty('tender.items', [{ description: 'Resma' }]);
  });

  it.each<[string, Edit, string]>([
    ['an identifier', put('/ocid', 'otro'), 'FIXED'],
    ['the id of an item', put('/awards/[a1]/id', 'a9'), 'FIXED'],
    ['an item that is not there', put('/awards/[a9]/title', 'x'), 'ITEM_UNKNOWN'],
    ['an item taken away', put('/awards/[a1]', null), 'ITEM_STAYS'],
    ['a list taken away', put('/awards', null), 'ITEM_STAYS'],
    ['a list without one of its items', put('/awards', []), 'ITEM_STAYS'],
    ['an item under another id', put('/awards/[a2]', { id: 'a3' }), 'ITEM_NEEDS_ID'],
    ['a field inside a text', put('/tender/title/x', 'y'), 'PLACE_UNKNOWN'],
    ['a position', put('/awards/0/title', 'y'), 'PLACE_UNKNOWN'],
    ['a pointer that is none', put('tender', 'y'), 'POINTER_UNREADABLE'],
    ['the value that is there', put('/tender/title', 'Papel'), 'NOTHING_CHANGES'],
  ])('refuses %s', (_, edit, code) => {
    expect(correct(edit).faults).toEqual([expect.objectContaining({ code })]);
  });
});
