import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '#ocds';

/** A file of the reference folder made a package, as the reference validator takes nothing else. */
export interface ComparedPackage {
  readonly file: string;
  readonly document: JsonObject;
}

const METADATA: JsonObject = {
  uri: 'https://example.org/package.json',
  version: '1.1',
  publishedDate: '2026-01-01T00:00:00Z',
  publisher: { name: 'Example' },
};

/** Every JSON file below a folder, as a package: those that are none get the metadata of one. */
export function packagesIn(folder: string): readonly ComparedPackage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.jsonl?$/.test(file))
    .sort()
    .map((file) => ({ file, text: decode(readFileSync(path.join(folder, file))) }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ file, text }) => ({ file, document: asPackage(parse(file, text)) }));
}

function decode(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\uFFFD') ? bytes.toString('latin1') : text.replace(/^\uFEFF/, '');
}

function parse(file: string, text: string): readonly JsonObject[] {
  const texts = file.endsWith('.jsonl') ? text.trim().split('\n') : [text];
  return texts.flatMap((one) => JSON.parse(one) as JsonObject | readonly JsonObject[]);
}

function asPackage(documents: readonly JsonObject[]): JsonObject {
  const [only] = documents;
  if (documents.length !== 1 || only === undefined) return { ...METADATA, releases: documents };
  if (isRecord(only)) return { ...METADATA, records: [only] };
  const isPackage = only.records !== undefined || only.releases !== undefined;
  return isPackage ? only : { ...METADATA, releases: [only] };
}

function isRecord({ ocid, releases, compiledRelease, versionedRelease }: JsonObject): boolean {
  const isDerived = compiledRelease !== undefined || versionedRelease !== undefined;
  return isDerived || (ocid !== undefined && releases !== undefined);
}
