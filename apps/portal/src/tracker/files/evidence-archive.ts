import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { TrackerPageView } from '../tracker-page-view.js';

/** The evidence as a ZIP file: an index with what each piece proves and the hash of its copy, and the copies. */
export function evidenceArchive(
  { tracker: { plan, files, withdrawn, version } }: TrackerPageView,
  readCopy: (evidence: string) => Promise<Buffer | undefined>,
): Readable {
  const zip = new ZipFile();
  const copies = files.map((file) => ({
    ...file,
    path: `copias/${file.evidence}-${safeName(file.fileName)}`,
  }));
  const evidence = plan.evidence.map((one) => {
    const copy = copies.find((file) => file.evidence === one.id);
    const open = (one.access ?? 'public') === 'public';
    return { ...one, copy: copy && open ? { ...copy } : null };
  });
  const index = { format: 'compromiso7/evidencias/1', plan: plan.plans[0]!.id, version, evidence, withdrawn };
  zip.addBuffer(Buffer.from(`${JSON.stringify(index, null, 2)}\n`), 'indice.json');
  void addCopies(
    zip,
    evidence.flatMap(({ copy }) => copy ?? []),
    readCopy,
  );
  return zip.outputStream as Readable;
}

async function addCopies(
  zip: ZipFile,
  copies: readonly { readonly evidence: string; readonly path: string }[],
  readCopy: (evidence: string) => Promise<Buffer | undefined>,
): Promise<void> {
  try {
    for (const { evidence, path } of copies) {
      const content = await readCopy(evidence);
      if (content) zip.addBuffer(content, path);
    }
    zip.end();
  } catch (error) {
    (zip.outputStream as Readable).destroy(error as Error);
  }
}

/** What every system can unpack, behind an id that is one of its kind: no folders, controls, spaces or directions of writing. */
function safeName(name: string): string {
  const plain = name.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, '_');
  return [...plain].slice(-80).join('');
}
