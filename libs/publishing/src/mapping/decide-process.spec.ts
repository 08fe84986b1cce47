import { lookAt, toPublicProcess } from './decide-process.js';
import type { KnownProcess } from './known-processes.js';
import type { MappedProcess } from './map-file.js';

const mapped: MappedProcess = {
  kind: 'process',
  ocid: 'ocds-abc123-1',
  rows: [{ sheet: '', row: 2 }],
  members: { tender: { id: '1', title: 'Escobas' } },
  reported: '2026-03-31T00:00:00-06:00',
  faulty: false,
  origins: [],
};
const process = toPublicProcess(mapped, (release) => release);

function known(changes: Partial<KnownProcess>): KnownProcess {
  const { contentHash } = process;
  const { ocid, reported } = mapped;
  return { ocid, batchId: '7', contentHash, reported, releaseId: 'r', held: undefined, ...changes };
}

describe('a first look at a process', () => {
  it.each([
    ['never told before', undefined, undefined, 'finish'],
    ['told otherwise before', known({ contentHash: 'otro' }), undefined, 'finish'],
    ['told the same before', known({}), undefined, 'unchanged'],
    ['told the same before, and held as invalid', known({ held: 'invalid' }), undefined, 'held'],
    ['told the same before, and held for a cell that is mended', known({ held: 'cell-faults' }), undefined, 'finish'],
    ['changed later by its source', known({ contentHash: 'otro', reported: '2026-06-30' }), undefined, 'older'],
    ['mapped again, and told by no later file', known({ contentHash: 'otro' }), '7', 'finish'],
    ['mapped again, and told by a later file', known({ contentHash: 'otro', batchId: '8' }), '7', 'elsewhere'],
  ] as const)('%s', (_, before, remapped, outcome) => {
    expect(lookAt(process, before, { lastToldBy: remapped, policy: 'hold' }).outcome).toBe(outcome);
  });

  it('holds on while the cell is not mended, unless the publisher publishes such things marked', () => {
    const faulty = toPublicProcess({ ...mapped, faulty: true }, (release) => release);
    const before = known({ held: 'cell-faults' });
    expect(lookAt(faulty, before, { lastToldBy: undefined, policy: 'hold' }).outcome).toBe('held');
    expect(lookAt(faulty, before, { lastToldBy: undefined, policy: 'publish-marked' }).outcome).toBe('finish');
  });

  it('hashes what is published, not what is masked', () => {
    const masked = toPublicProcess(mapped, (release) => ({ ...release, tender: { id: '1' } }));
    expect(masked.members).toEqual({ tender: { id: '1' } });
    expect(masked.contentHash).not.toBe(process.contentHash);
  });
});
