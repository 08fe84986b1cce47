import { isBlank, OPEN_ARRAY, OPEN_OBJECT } from './json-bytes.js';
import type { UnreadableInputCode } from './unreadable-input-error.js';

/** How much of an input is looked at to tell what it is. */
export const HEAD_BYTES = 4096;

/** What the first bytes say: nothing against JSON, gzip, or content that cannot be read, by its error code. */
export type Content = 'json' | 'gzip' | UnreadableInputCode;

/**
 * Tells from its head what an input is.
 *
 * @param head the first {@link HEAD_BYTES} bytes, or the whole of a shorter input; without byte order mark
 */
export function identifyContent(head: Buffer): Content {
  const signed = SIGNATURES.find(([signature]) => head.toString('latin1', 0, signature.length) === signature);
  if (signed) return signed[1] === 'archive' ? archiveKind(head) : signed[1];
  const first = head.findIndex((byte) => !isBlank(byte));
  if (first < 0) return 'json'; // all blank so far: the reader will find it empty, or what follows
  if (hasWideCharacters(head.subarray(first))) return 'utf-16';
  const byte = head[first];
  return byte === OPEN_OBJECT || byte === OPEN_ARRAY ? 'json' : textKind(head.toString('latin1', first));
}

const SIGNATURES: readonly (readonly [string, Content])[] = [
  ['\x1f\x8b', 'gzip'],
  ['PK\x03\x04', 'archive'],
  ['7z\xbc\xaf\x27\x1c', 'archive'],
  ['Rar!\x1a\x07', 'archive'],
  ['BZh', 'archive'],
  ['\xfd7zXZ\x00', 'archive'],
  ['\x28\xb5\x2f\xfd', 'archive'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'workbook'],
  ['%PDF-', 'pdf'],
  ['\xff\xfe', 'utf-16'],
  ['\xfe\xff', 'utf-16'],
  ['\x00\x00\xfe\xff', 'utf-16'],
];

/** Names that the first entries of a zip have when it is a workbook of Excel (ECMA-376) or OpenDocument. */
const WORKBOOK_ENTRIES = /\[Content_Types\]\.xml|xl\/|_rels\/|docProps\/|opendocument\.spreadsheet/;

function archiveKind(head: Buffer): Content {
  return WORKBOOK_ENTRIES.test(head.toString('latin1')) ? 'workbook' : 'archive';
}

/** A NUL byte beside the first character: UTF-16 or UTF-32 without a byte order mark (RFC 4627 §3). */
function hasWideCharacters(text: Buffer): boolean {
  const pattern = [...text.subarray(0, 4)].map((byte) => (byte === 0 ? '0' : 'x')).join('');
  return ['x0x0', '0x0x', 'x000', '000x', 'x0', '0x'].includes(pattern);
}

function textKind(text: string): Content {
  if (text.includes('\x00')) return 'binary';
  if (/^<(?:!doctype html|html|head|body|script|!--)/i.test(text)) return 'html';
  if (text.startsWith('<')) return /<html/i.test(text) ? 'html' : 'xml';
  if (isScalar(text)) return 'not-ocds';
  return isTable(text) ? 'csv' : 'not-json';
}

function isScalar(text: string): boolean {
  return /^(?:"(?:[^"\\]|\\.)*"|-?[\d.eE+-]+|true|false|null)\s*$/.test(text);
}

/** A first line of several cells, and a second line. */
function isTable(text: string): boolean {
  const [first = '', second = ''] = text.split(/\r\n|\r|\n/, 2);
  return second !== '' && /[,;\t|]/.test(first) && !/[{}<>=]|\bfunction\b/.test(first);
}
