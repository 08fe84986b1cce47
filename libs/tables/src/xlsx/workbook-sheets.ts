import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { TableError } from '../table-error.js';
import { fromEscapes } from './xml-text.js';

/** An open workbook: its worksheets in order, and the texts they share. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; open(): Promise<Readable> }[];
  readonly sharedTexts: readonly string[];
  close(): void;
}

/** @throws TableError when the file is no workbook */
export async function openWorkbook(path: string): Promise<Workbook> {
  const zip = await openPromise(path, { autoClose: false }).catch((error: unknown) => {
    throw error instanceof Error && 'code' in error ? error : broken(path);
  });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  const [workbook, relations] = [entries.get('xl/workbook.xml'), entries.get('xl/_rels/workbook.xml.rels')];
  if (!workbook || !relations) throw broken(path);
  const targets = targetsById(await textOf(zip, relations));
  const sheets = sheetElements(await textOf(zip, workbook)).flatMap(({ name, id }) => {
    const entry = entries.get(targets.get(id) ?? '');
    return entry ? [{ name, open: () => zip.openReadStreamPromise(entry) }] : [];
  });
  const shared = entries.get('xl/sharedStrings.xml');
  const sharedTexts = shared ? textsOf(await textOf(zip, shared)) : [];
  return { sheets, sharedTexts, close: () => zip.close() };
}

/** The text of a `<is>` or `<si>` element: its runs joined, phonetic readings left out. */
export function richText(xml: string): string {
  const runs = xml.replace(/<(?:\w+:)?rPh\b.*?<\/(?:\w+:)?rPh>/gs, '').matchAll(TEXT_ELEMENT);
  return Array.from(runs, ([, text = '']) => fromEscapes(resolveEntities(text))).join('');
}

const TEXT_ELEMENT = /<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?t>/g;

export function resolveEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (found, hex, decimal, name: string) =>
    name ? NAMED[name.toLowerCase()]! : (fromCode(hex ? Number.parseInt(hex, 16) : Number(decimal)) ?? found),
  );
}

/** Past the end of Unicode there is nothing to name. */
function fromCode(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

async function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function targetsById(xml: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(xml.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g), ([, attributes = '']) => {
      const target = attribute(attributes, 'Target') ?? '';
      return [attribute(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`];
    }),
  );
}

function sheetElements(xml: string): readonly { readonly name: string; readonly id: string }[] {
  return Array.from(xml.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g), ([, attributes = '']) => ({
    name: resolveEntities(attribute(attributes, 'name') ?? ''),
    id: attribute(attributes, '\\w+:id') ?? '',
  }));
}

function textsOf(xml: string): readonly string[] {
  return Array.from(xml.matchAll(/<(?:\w+:)?si>(.*?)<\/(?:\w+:)?si>/gs), ([, item = '']) => richText(item));
}

export function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
}

function broken(path: string): TableError {
  return new TableError('WORKBOOK_BROKEN', `${path} no es un libro de Excel (.xlsx).`, {
    es: 'Ábralo en una hoja de cálculo y guárdelo como .xlsx.',
    en: 'Open it in a spreadsheet program and save it as .xlsx.',
  });
}
