import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { createReadStream } from 'node:fs';

const NAMED_JSON = /\.(json|jsonl|ndjson)(\.gz)?$/i;
const HEAD_BYTES = 4096;

/** Whether a file is JSON rather than a table: by its name, else by its first sign. A file of nothing counts as JSON. */
export async function isJsonFile(path: string): Promise<boolean> {
  if (NAMED_JSON.test(path)) return true;
  const head = await readHead(path);
  const text = (isGzip(head) ? await gunzipHead(path) : head).toString('latin1');
  // Byte order marks, and the zero bytes that UTF-16 has between its letters.
  const [first] = /[^\s\0\u00ef\u00bb\u00bf\u00ff\u00fe]/.exec(text) ?? [];
  return first === undefined || first === '{' || first === '[';
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** Empty for what cannot be unpacked: whoever reads the file says what is wrong with it. */
async function gunzipHead(path: string): Promise<Buffer> {
  const unpacked = createReadStream(path).pipe(createGunzip());
  try {
    for await (const piece of unpacked) return piece as Buffer;
  } catch {
    return Buffer.alloc(0);
  }
  return Buffer.alloc(0);
}
