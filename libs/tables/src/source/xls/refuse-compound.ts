import { CFB } from '@e965/xlsx';
import { sourceError } from '../source-error.js';

interface Directory {
  readonly FullPaths: readonly string[];
}

/** A compound file ([MS-CFB]) holds workbooks, but also documents, and encrypted workbooks of any format. */
export function refuseCompound(bytes: Buffer): void {
  if (bytes.readUInt32BE(0) !== COMPOUND) return;
  const names = namesIn(bytes);
  if (names.has('encryptedpackage') || names.has('encryption')) throw sourceError('ENCRYPTED');
  if (names.has('_vba_project_cur') || names.has('_vba_project')) throw sourceError('MACROS', '_VBA_PROJECT_CUR');
  if (!names.has('workbook') && !names.has('book')) {
    throw sourceError('NOT_A_TABLE', { es: 'otro documento de Office', en: 'another Office document' });
  }
}

const COMPOUND = 0xd0cf11e0;

function namesIn(bytes: Buffer): ReadonlySet<string> {
  try {
    const { FullPaths } = CFB.read(bytes, { type: 'buffer' }) as Directory;
    return new Set(FullPaths.flatMap((path) => path.toLowerCase().split('/')));
  } catch (error) {
    throw sourceError('WORKBOOK_BROKEN', error instanceof Error ? error.message : String(error));
  }
}
