import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { deny } from '../actions/refused.js';
import { fileType } from './file-type.js';

/** A file that somebody hands in. */
export interface HandedFile {
  readonly path: string;
  /** What its sender calls it. */
  readonly name: string;
}

/** A copy to be kept. */
export interface KeptFile {
  readonly sha256: string;
  readonly mime: string;
  readonly content: Buffer;
  readonly name: string | null;
}

/** What one piece of evidence may weigh; a scanned record of a session of fifty pages does. */
export const MOST_EVIDENCE_BYTES = 25_000_000;

/**
 * Looks whether a file may be evidence: its type by its content, in agreement with its name, and nothing in it that runs.
 *
 * @throws Refused EVIDENCE_EMPTY, EVIDENCE_SIZE, EVIDENCE_TYPE, EVIDENCE_LIES, EVIDENCE_SCRIPT
 */
export async function inspectFile({ path, name }: HandedFile): Promise<KeptFile> {
  const { size } = await stat(path);
  if (size === 0) deny('EVIDENCE_EMPTY');
  if (size > MOST_EVIDENCE_BYTES) deny('EVIDENCE_SIZE', { what: String(MOST_EVIDENCE_BYTES / 1_000_000) });
  const content = await readFile(path);
  const type = await fileType(content);
  if (!type.known)
    return type.runs ? deny('EVIDENCE_SCRIPT', { what: type.words }) : deny('EVIDENCE_TYPE', { what: type.words });
  const clean = name
    .replaceAll(/[\p{Cc}/\\]/gu, '')
    .toWellFormed()
    .slice(-150);
  const extension = /\.([a-z0-9]{1,10})$/i.exec(clean)?.[1]?.toLowerCase() ?? '';
  if (!type.extensions.includes(extension)) deny('EVIDENCE_LIES', { name: clean, what: type.words });
  const active = type.mime === 'application/pdf' ? activePdf(content) : undefined;
  if (active !== undefined) deny('EVIDENCE_SCRIPT', { what: active });
  const mime = extension === 'csv' ? 'text/csv' : type.mime;
  return { sha256: createHash('sha256').update(content).digest('hex'), mime, content, name: clean };
}

const ACTIVE = /\/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b/;
/** What the compressed parts of a PDF are unpacked to at most, so that a bomb is given up. */
const MOST_UNPACKED = 50_000_000;

/** What in a PDF acts by itself, in its plain parts or its compressed ones; an encrypted one hides it. */
function activePdf(content: Buffer): string | undefined {
  const text = content
    .toString('latin1')
    .replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const plain = ACTIVE.exec(text);
  if (plain) return plain[1];
  let left = MOST_UNPACKED;
  for (const found of content.toString('latin1').matchAll(/\/ObjStm\b[^]{0,400}?stream\r?\n/g)) {
    const unpacked = unpack(content.subarray(found.index + found[0].length), left);
    if (unpacked === undefined) continue;
    left -= unpacked.length;
    const hidden = ACTIVE.exec(unpacked);
    if (hidden) return hidden[1];
  }
  return undefined;
}

function unpack(packed: Buffer, most: number): string | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(most, 1) }).toString('latin1');
  } catch {
    return undefined;
  }
}
