import { CFB } from '@e965/xlsx';

const BEGIN = 0x809;
const WRITE_PROTECTED = 0x86;
const LOCKED = 0x2f;

/**
 * Whether a password opens a workbook of Excel 97 to 2003, by whatever method: the record that says so comes right after
 * the begin ([MS-XLS] 2.1.7.20.3, 2.4.117).
 */
export function isLocked(bytes: Buffer): boolean {
  const stream = streamOf(bytes);
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const kind = stream.readUInt16LE(at);
    if (kind === LOCKED) return true;
    if (kind !== BEGIN && kind !== WRITE_PROTECTED) return false;
  }
  return false;
}

function streamOf(bytes: Buffer): Buffer {
  try {
    const content = CFB.find(CFB.read(bytes, { type: 'buffer' }), '/Workbook')?.content;
    return Buffer.from((content ?? []) as Uint8Array);
  } catch {
    return Buffer.alloc(0);
  }
}
