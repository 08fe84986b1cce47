import { type FileType, known, unknown } from './evidence-type.js';
import { zipType } from './zip-type.js';

/**
 * Tells by its content what a file is.
 *
 * @returns only what may be evidence is `known`; `runs` for what is code
 */
export async function fileType(content: Buffer): Promise<FileType> {
  const start = content.toString('latin1', 0, 16);
  if (start.startsWith('PK')) return zipType(content);
  const signed = SIGNATURES.find(([signature]) => begins(start, signature));
  if (signed) return signed[1];
  return content.includes(0) ? UNKNOWN : textType(content);
}

const UNKNOWN = unknown('un archivo binario', 'a binary file');
const PROGRAM = unknown('un programa', 'a program', true);
const ARCHIVE = unknown('un archivo comprimido', 'an archive');

/** Beginnings of files; `.` stands for any byte. */
const SIGNATURES: readonly (readonly [string, FileType])[] = [
  ['%PDF-', known('application/pdf', 'PDF', 'pdf')],
  ['\x89PNG\r\n\x1a\n', known('image/png', 'PNG', 'png')],
  ['\xff\xd8\xff', known('image/jpeg', 'JPEG', 'jpg', 'jpeg')],
  ['RIFF....WEBP', known('image/webp', 'WebP', 'webp')],
  ...['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'MSNV', 'dash', 'qt  '].map(
    (brand) => [`....ftyp${brand}`, known('video/mp4', 'MP4', 'mp4', 'm4v', 'mov')] as const,
  ),
  ['MZ', PROGRAM],
  ['\x7fELF', PROGRAM],
  ['\xca\xfe\xba\xbe', PROGRAM],
  ['\xcf\xfa\xed\xfe', PROGRAM],
  ['#!', unknown('un script', 'a script', true)],
  ['\xd0\xcf\x11\xe0', unknown('un documento de Office de antes de 2007', 'an Office document from before 2007')],
  ['{\\rtf', unknown('un documento RTF', 'an RTF document')],
  ['GIF8', unknown('una imagen GIF', 'a GIF image')],
  ...['Rar!', '7z\xbc\xaf', '\x1f\x8b', 'BZh'].map((start) => [start, ARCHIVE] as const),
];

function begins(start: string, signature: string): boolean {
  return [...signature].every((letter, at) => letter === '.' || start[at] === letter);
}

/** What browsers take for markup, anywhere in the beginning: they look that far to guess. */
const MARKUP =
  /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|img|style|meta|link|a|form|\?xml|\?php|%)[\s>/a-z]/i;
const SNIFFED = 4_096;

function textType(content: Buffer): FileType {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return UNKNOWN;
  }
  if (text.trim() === '') return unknown('un archivo en blanco', 'a blank file');
  if (MARKUP.test(text.slice(0, SNIFFED)) || /<script[\s>]/i.test(text)) {
    return unknown('una página HTML, XML o SVG', 'an HTML, XML or SVG page', true);
  }
  return isJson(text)
    ? known('application/json', 'JSON', 'json', 'geojson')
    : known('text/plain', 'texto', 'txt', 'csv', 'md');
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
