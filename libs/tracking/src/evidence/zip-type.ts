import { promisify } from 'node:util';
import { type Entry, fromBuffer, type Options, type ZipFile } from 'yauzl';
import { type FileType, known } from './evidence-type.js';

const open = promisify(
  fromBuffer as (content: Buffer, options: Options, done: (error: Error | null, zip: ZipFile) => void) => void,
);

/** More than any document has: a bomb of names is given up. */
const MOST_ENTRIES = 20_000;

/** An office document, by the names of its parts; nothing is unpacked. Those with macros or with programs inside run. */
export async function zipType(content: Buffer): Promise<FileType> {
  const names = await namesOf(content).catch(() => undefined);
  if (!names) return { known: false, words: { es: 'un archivo comprimido dañado', en: 'a broken archive' } };
  const macro = names.find((name) => MACROS.test(name));
  if (macro !== undefined) return { known: false, runs: true, words: { es: 'macros', en: 'macros' } };
  const found = KINDS.find(([part]) => names.some((name) => part.test(name)));
  if (found) return found[1];
  if (names[0] === 'mimetype') return openDocument(content);
  return { known: false, words: { es: 'un archivo comprimido (zip)', en: 'an archive (zip)' } };
}

const MACROS =
  /vbaProject\.bin$|^Basic\/|^Scripts\/|macrosheets\/|activeX\/|oleObject\d*\.bin$|\.(?:exe|dll|js|vbs|bat|cmd|ps1|jar|class)$/i;
const OFFICE = 'application/vnd.openxmlformats-officedocument';

const KINDS: readonly (readonly [RegExp, FileType])[] = [
  [/^word\/document\.xml$/, known(`${OFFICE}.wordprocessingml.document`, 'DOCX', 'docx')],
  [/^xl\/workbook\.(?:xml|bin)$/, known(`${OFFICE}.spreadsheetml.sheet`, 'XLSX', 'xlsx')],
  [/^ppt\/presentation\.xml$/, known(`${OFFICE}.presentationml.presentation`, 'PPTX', 'pptx')],
];

/** The first part of an OpenDocument file is its type, unpacked: ODF 1.3, part 2, 3.3. */
function openDocument(content: Buffer): FileType {
  const head = content.toString('latin1', 0, 200);
  if (head.includes('application/vnd.oasis.opendocument.text')) {
    return known('application/vnd.oasis.opendocument.text', 'ODT', 'odt');
  }
  if (head.includes('application/vnd.oasis.opendocument.spreadsheet')) {
    return known('application/vnd.oasis.opendocument.spreadsheet', 'ODS', 'ods');
  }
  return {
    known: false,
    words: { es: 'un documento OpenDocument de otra clase', en: 'an OpenDocument file of another kind' },
  };
}

async function namesOf(content: Buffer): Promise<readonly string[]> {
  const zip = await open(content, { lazyEntries: true, autoClose: true });
  if (zip.entryCount > MOST_ENTRIES) throw new RangeError('too many parts');
  const names: string[] = [];
  return new Promise((resolve, reject) => {
    zip.on('entry', ({ fileName }: Entry) => {
      names.push(fileName);
      zip.readEntry();
    });
    zip.on('end', () => resolve(names));
    zip.on('error', reject);
    zip.readEntry();
  });
}
