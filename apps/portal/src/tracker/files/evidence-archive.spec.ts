import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { inventedTracker } from '../examples/invented-tracker.js';
import { evidenceArchive } from './evidence-archive.js';

const HOSTILE = [
  '../../etc/passwd.pdf',
  'CON.pdf',
  'con.PDF',
  'acta\u0000\u0007\r\n.pdf',
  '\u202Efdp.exe.pdf',
  `${'á'.repeat(300)}.pdf`,
  `${'𝐀'.repeat(300)}.pdf`,
  'C:\\Windows\\acta.pdf',
  '/raíz/acta.pdf',
  'acta.pdf',
  'acta.pdf',
  'ACTA.pdf',
  '.pdf',
  ' . .pdf',
];

async function contentOf(zip: ZipFile, entry: Entry): Promise<string> {
  const stream = await promisify<Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip))(entry);
  return (await buffer(stream)).toString();
}

async function unpack(archive: Buffer): Promise<ReadonlyMap<string, string>> {
  const open = promisify<Buffer, { readonly lazyEntries: boolean }, ZipFile>(fromBuffer);
  const zip = await open(archive, { lazyEntries: false });
  const found: [string, string][] = [];
  const reading: Promise<unknown>[] = [];
  zip.on('entry', (entry) =>
    reading.push(contentOf(zip, entry).then((content) => found.push([entry.fileName, content]))),
  );
  await new Promise((resolve, reject) => zip.once('end', resolve).once('error', reject));
  await Promise.all(reading);
  expect(new Set(found.map(([name]) => name.toLowerCase())).size).toBe(found.length);
  return new Map(found);
}

it('gives each copy a name that every system can unpack, one of its kind whatever its sender called it', async () => {
  const view = inventedTracker();
  const [one] = view.tracker.plan.evidence;
  const ids = HOSTILE.map((_, at) => `evi${at}`);
  const tracker = {
    ...view.tracker,
    plan: { ...view.tracker.plan, evidence: ids.map((id) => ({ ...one!, id })) },
    // The same bytes in all of them.
    files: HOSTILE.map((fileName, at) => ({ ...view.tracker.files[0]!, evidence: ids[at]!, fileName })),
  };
  const archive = evidenceArchive({ ...view, tracker }, async (id) => Buffer.from(`copia de ${id}`));
  const entries = await unpack(await buffer(archive));
  const names = [...entries.keys()].filter((name) => name !== 'indice.json');
  expect(names).toHaveLength(HOSTILE.length);
  for (const name of names) {
    expect(name).toMatch(/^copias\/evi\d+-[\p{L}\p{M}\p{N}._-]{1,80}$/u);
    expect(name.isWellFormed()).toBe(true);
    expect(name.split('/')).toHaveLength(2);
    expect(name).not.toMatch(/[. ]$/);
  }
  const { evidence } = JSON.parse(entries.get('indice.json')!) as {
    evidence: { id: string; copy: { path: string } }[];
  };
  for (const { id, copy } of evidence) expect(entries.get(copy.path)).toBe(`copia de ${id}`);
});

it('leaves out the copy of what is withheld, and says what was withdrawn', async () => {
  const { tracker, ...view } = inventedTracker();
  const files = [{ ...tracker.files[0]!, evidence: 'ev2' }];
  const archive = evidenceArchive({ ...view, tracker: { ...tracker, files } }, async () => Buffer.from('reservado'));
  const entries = await unpack(await buffer(archive));
  expect([...entries.keys()]).toEqual(['indice.json']);
  expect(JSON.parse(entries.get('indice.json')!)).toMatchObject({ withdrawn: [{ evidence: 'ev0' }] });
});
