import { AccessError, type Actor } from '#access';
import {
  approveCorrection,
  discardCorrection,
  type Edit,
  expandText,
  findPublisher,
  ingestFile,
  listCorrections,
  listProcessEvents,
  previewCorrection,
  proposeCorrection,
  publishCorrection,
  readCorrection,
  rejectCorrection,
  sendToReview,
  verifyStore,
} from '#publishing';
import { findRecord, listChanges } from '#search';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';
import { addPerson, addTwoOrganisations, as } from './access/people.js';

let test: TestPlatform;
let [ana, rosa, foreigner]: Actor[] = [];

beforeAll(async () => {
  test = await openTestPlatform();
  const { dataSource } = test.platform;
  await addTwoOrganisations(dataSource);
  ana = await addPerson(dataSource, 'ana', as('publisher', 'sepaf'));
  rosa = await addPerson(dataSource, 'rosa', as('reviewer', 'sepaf'));
  foreigner = await addPerson(dataSource, 'otra', as('reviewer', 'salud'));
});
afterAll(() => test.close());

const ocidOf = (number: number) => `ocds-xs1qbl-prueba-${number}`;

async function submit(...releases: unknown[]): Promise<void> {
  const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
  const path = await writeInput(examplePackage(releases));
  await test.publish((await ingestFile(test.platform, { path, publisher })).ocids);
}

async function compiled(number: number): Promise<Record<string, unknown> & { tender: Record<string, unknown> }> {
  const record = await findRecord(test.platform.dataSource, ocidOf(number));
  return JSON.parse(await expandText(record!.compiled)) as never;
}

async function propose(number: number, edits: readonly Edit[], by = ana!): Promise<string> {
  const proposed = await proposeCorrection(test.platform, {
    ocid: ocidOf(number),
    edits,
    reason: 'Error de captura',
    by,
  });
  if (proposed.outcome !== 'draft') throw new Error(JSON.stringify(proposed.faults));
  return proposed.id;
}

async function setPolicy(policy: 'direct' | 'review'): Promise<void> {
  await test.platform.dataSource.query(`UPDATE publisher SET corrections = $1 WHERE id = 'sepaf'`, [policy]);
}

const title = (value: string): Edit => ({ pointer: '/tender/title', value });

describe('a correction', () => {
  it('shows what it would change before anything is stored', async () => {
    await submit(exampleRelease(1));
    const shown = await previewCorrection(test.platform, { ocid: ocidOf(1), edits: [title('Tabletas')], by: ana! });
    expect(shown).toMatchObject({
      outcome: 'preview',
      preview: {
        valid: true,
        release: { tag: ['tenderUpdate'], tender: { title: 'Tabletas', status: 'active' } },
        differences: [{ kind: 'changed', after: { type: 'text', text: 'Tabletas' } }],
      },
    });
    expect(await test.platform.dataSource.query('SELECT 1 FROM correction')).toEqual([]);
  });

  it('is public as a new release once it is published, with its trace', async () => {
    const id = await propose(1, [title('Tabletas')]);
    const releaseId = await publishCorrection(test.platform, { id, by: ana! });
    expect((await compiled(1)).tender).toMatchObject({ title: 'Tabletas', status: 'active' });
    const [change] = (await listChanges(test.platform.dataSource, '0', 100)).slice(-1);
    expect(change).toMatchObject({ ocid: ocidOf(1), kind: 'published', releaseIds: [releaseId] });
    const events = await listProcessEvents(test.platform.dataSource.manager, ocidOf(1));
    expect(events.map(({ kind, actorName, reason }) => [kind, actorName, reason])).toEqual([
      ['correction-proposed', 'ana', 'Error de captura'],
      ['correction-published', 'ana', 'Error de captura'],
    ]);
    const view = await readCorrection(test.platform, id, rosa!);
    expect(view).toMatchObject({
      correction: { state: 'published', releaseId },
      differences: [{ pointer: '/tender/title' }],
    });
    await expect(publishCorrection(test.platform, { id, by: ana! })).rejects.toMatchObject({
      code: 'CORRECTION_DECIDED',
    });
  });

  it('is refused with its reason when it cannot be done', async () => {
    const input = { ocid: ocidOf(1), reason: 'x', by: ana! };
    const refused = await proposeCorrection(test.platform, { ...input, edits: [{ pointer: '/ocid', value: 'y' }] });
    expect(refused).toMatchObject({
      outcome: 'refused',
      faults: [{ code: 'FIXED', remedy: { es: expect.any(String) } }],
    });
    expect(await proposeCorrection(test.platform, { ...input, reason: ' ', edits: [title('Z')] })).toMatchObject({
      faults: [{ code: 'REASON_MISSING' }],
    });
  });

  it('is not published while it would be invalid', async () => {
    const id = await propose(1, [{ pointer: '/tender/status', value: 'abierta' }]);
    const view = await readCorrection(test.platform, id, ana!);
    expect(view).toMatchObject({ preview: { valid: false, publishable: false }, may: { publish: false } });
    expect(view.preview!.findings.find(({ severity }) => severity === 'error')!.path).toBe('tender/status');
    await expect(publishCorrection(test.platform, { id, by: ana! })).rejects.toMatchObject({
      code: 'CORRECTION_INVALID',
    });
    await discardCorrection(test.platform, { id, by: ana! });
    await expect(publishCorrection(test.platform, { id, by: ana! })).rejects.toMatchObject({
      code: 'CORRECTION_DECIDED',
    });
  });

  it('is stale once somebody else changed the same value', async () => {
    await submit(exampleRelease(2));
    const [slow, quick] = [await propose(2, [title('Sillas')]), await propose(2, [title('Mesas')])];
    await publishCorrection(test.platform, { id: quick, by: ana! });
    expect(await readCorrection(test.platform, slow, ana!)).toMatchObject({ stale: true, may: { publish: false } });
    await expect(publishCorrection(test.platform, { id: slow, by: ana! })).rejects.toMatchObject({
      code: 'CORRECTION_STALE',
    });
    expect((await compiled(2)).tender.title).toBe('Mesas');
  });

  it('keeps no personal data of persons', async () => {
    await submit(exampleRelease(3));
    const person = {
      id: 'MX-RFC-ROPA800101AB1',
      name: 'Ana Robles',
      identifier: { scheme: 'MX-RFC', id: 'ROPA800101AB1' },
    };
    const edits = [{ pointer: `/parties/[${person.id}]`, value: { ...person, roles: ['tenderer'] } }];
    const id = await propose(3, edits);
    await publishCorrection(test.platform, { id, by: ana! });
    const [{ kept }] = (await test.platform.dataSource.query(
      `SELECT (SELECT string_agg(row_to_json(c)::text, ' ') FROM correction c) ||
              (SELECT string_agg(row_to_json(v)::text, ' ') FROM corrected_value v) AS kept`,
    )) as [{ kept: string }];
    expect(kept).toContain('Ana Robles');
    expect(kept).not.toContain('ROPA800101AB1');
    expect(JSON.stringify(await compiled(3))).not.toContain('ROPA800101AB1');
  });
});

describe('who may correct', () => {
  it('is not told of processes and corrections of another organisation', async () => {
    const id = await propose(2, [title('Otra')]);
    const other = foreigner!;
    await expect(readCorrection(test.platform, id, other)).rejects.toMatchObject({ code: 'CORRECTION_UNKNOWN' });
    await expect(publishCorrection(test.platform, { id, by: other })).rejects.toMatchObject({
      code: 'CORRECTION_UNKNOWN',
    });
    await expect(propose(2, [title('Otra')], other)).rejects.toMatchObject({ code: 'PROCESS_UNKNOWN' });
    await discardCorrection(test.platform, { id, by: ana! });
  });

  it('asks for a role', async () => {
    const monitor = await addPerson(test.platform.dataSource, 'monitora', as('monitor', null));
    await expect(propose(2, [title('Otra')], monitor)).rejects.toBeInstanceOf(AccessError);
  });
});

describe('where the publisher reviews corrections', () => {
  beforeAll(() => setPolicy('review'));
  afterAll(() => setPolicy('direct'));

  it('somebody else approves', async () => {
    const id = await propose(1, [title('Tabletas de 10 pulgadas')]);
    await expect(publishCorrection(test.platform, { id, by: ana! })).rejects.toMatchObject({ code: 'REVIEW_NEEDED' });
    await expect(approveCorrection(test.platform, { id, by: rosa! })).rejects.toMatchObject({
      code: 'REVIEW_NOT_ASKED',
    });
    await sendToReview(test.platform, { id, by: ana! });
    await expect(approveCorrection(test.platform, { id, by: ana! })).rejects.toBeInstanceOf(AccessError);
    expect(await readCorrection(test.platform, id, rosa!)).toMatchObject({ may: { approve: true, publish: false } });
    await approveCorrection(test.platform, { id, by: rosa!, note: 'Cotejado con la convocatoria' });
    expect((await compiled(1)).tender.title).toBe('Tabletas de 10 pulgadas');
    const [listed] = await listCorrections(test.platform.dataSource.manager, { states: ['published'] });
    expect(listed).toMatchObject({
      proposedBy: { name: 'ana' },
      decidedBy: { name: 'rosa' },
      note: 'Cotejado con la convocatoria',
    });
  });

  it('a reviewer does not approve their own', async () => {
    const id = await propose(1, [title('Lápices')], rosa!);
    await sendToReview(test.platform, { id, by: rosa! });
    await expect(approveCorrection(test.platform, { id, by: rosa! })).rejects.toMatchObject({ code: 'OWN_PROPOSAL' });
  });

  it('a rejected one stays unpublished, with the reason', async () => {
    const id = await propose(1, [title('Plumas')]);
    await sendToReview(test.platform, { id, by: ana! });
    await rejectCorrection(test.platform, { id, by: rosa!, note: 'La convocatoria dice otra cosa' });
    expect((await compiled(1)).tender.title).toBe('Tabletas de 10 pulgadas');
    await expect(approveCorrection(test.platform, { id, by: rosa! })).rejects.toMatchObject({
      code: 'CORRECTION_DECIDED',
    });
  });
});

it('of two that publish the same draft at once, one does', async () => {
  const id = await propose(2, [title('Archiveros')]);
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => publishCorrection(test.platform, { id, by: ana! })));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('leaves a store that verifies, and a trace that nobody can change', async () => {
  expect((await verifyStore(test.platform.dataSource)).filter(({ ok }) => !ok)).toEqual([]);
  await expect(test.platform.dataSource.query('DELETE FROM process_event')).rejects.toThrow('only grows');
});
