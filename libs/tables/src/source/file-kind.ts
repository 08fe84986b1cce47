import type { Bilingual } from '#ocds';

/** What a file is by its first bytes, whatever its name says; the words are for people. */
export type FileKind =
  | { readonly kind: 'empty' | 'zip' | 'compound' | 'gzip' | 'text' }
  | { readonly kind: 'other'; readonly words: Bilingual };

/** @param head the first bytes: some thousands tell text from what is not */
export function fileKind(head: Buffer): FileKind {
  const start = head.toString('latin1', 0, 16);
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known) return typeof known[1] === 'string' ? { kind: known[1] } : { kind: 'other', words: known[1] };
  if (start.startsWith('\xFF\xFE')) return { kind: 'text' };
  if (head.includes(0)) return { kind: 'other', words: BINARY };
  const text = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  return text === '' ? { kind: 'empty' } : kindOfText(text);
}

const BINARY: Bilingual = { es: 'un archivo binario', en: 'a binary file' };
const IMAGE: Bilingual = { es: 'una imagen', en: 'an image' };
const ARCHIVE: Bilingual = { es: 'un archivo comprimido (rar, 7z)', en: 'an archive (rar, 7z)' };

/** The Excel of 1990 to 1995 also wrote worksheets bare, beginning with a BOF record ([MS-XLS] 2.4.21). */
const SIGNATURES: readonly (readonly [string, Bilingual | 'zip' | 'compound' | 'gzip'])[] = [
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'compound'],
  ['\x09\x08\x08\x00', 'compound'],
  ['\x09\x08\x10\x00', 'compound'],
  ['\x09\x04\x06\x00', 'compound'],
  ['\x09\x02\x06\x00', 'compound'],
  ['\x1F\x8B', 'gzip'],
  ['%PDF', { es: 'un PDF', en: 'a PDF' }],
  ['{\\rtf', { es: 'un documento RTF', en: 'an RTF document' }],
  ['PAR1', { es: 'una tabla Parquet', en: 'a Parquet table' }],
  ['\x89PNG', IMAGE],
  ['\xFF\xD8\xFF', IMAGE],
  ['GIF8', IMAGE],
  ['II*\0', IMAGE],
  ['MM\0*', IMAGE],
  ['Rar!', ARCHIVE],
  ['7z\xBC\xAF', ARCHIVE],
  ['\xFE\xFF', { es: 'un texto en UTF-16 «big endian»', en: 'a text in UTF-16 big endian' }],
];

function kindOfText(text: string): FileKind {
  const found = TEXTS.find(([pattern]) => pattern.test(text));
  return found ? { kind: 'other', words: found[1] } : { kind: 'text' };
}

const TEXTS: readonly (readonly [RegExp, Bilingual])[] = [
  [
    /^<(?:!doctype html|html|head|body|table|meta|style|div|script|!--)/i,
    { es: 'una página HTML', en: 'an HTML page' },
  ],
  [/^<\?xml/i, { es: 'un archivo XML', en: 'an XML file' }],
  [/^<[a-z][\w:.-]*[\s>]/i, { es: 'un archivo XML o HTML', en: 'an XML or HTML file' }],
  [/^(?:\{\s*(?:"|\}|$)|\[\s*(?:[[{"\]]|$))/, { es: 'un archivo JSON', en: 'a JSON file' }],
];
