/**
 * An archive, once decompressed: the magic text, then blocks. A block is one letter, the length of its content as four
 * bytes (most significant first), and the content. H header · T table begins · D bytes of PostgreSQL's binary COPY ·
 * E table ends · Z trailer. All but D are JSON.
 */
export const MAGIC = Buffer.from('C7BACKUP1\n');

export type BlockKind = 'H' | 'T' | 'D' | 'E' | 'Z';
export const BLOCK_KINDS: ReadonlySet<string> = new Set(['H', 'T', 'D', 'E', 'Z']);

/** No block is larger, so that a damaged length cannot ask for all the memory there is. */
export const MOST_BLOCK_BYTES = 8 * 2 ** 20;

export interface Header {
  readonly createdAt: string;
  readonly postgres: string;
  /** Names of the migrations that made the schema, in the order in which they ran. */
  readonly migrations: readonly string[];
}

export interface TableStart {
  readonly table: string;
  readonly columns: readonly string[];
}

export interface TableEnd {
  readonly table: string;
  readonly rows: number;
  readonly bytes: number;
  /** Of the bytes of its D blocks. */
  readonly sha256: string;
}

export interface Trailer {
  readonly tables: readonly TableEnd[];
  /** The last value that each sequence gave; those that gave none are left out. */
  readonly sequences: Readonly<Record<string, string>>;
}

export function* blockOf(kind: BlockKind, content: Buffer | object): Generator<Buffer> {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  for (let at = 0; at === 0 || at < bytes.length; at += MOST_BLOCK_BYTES) {
    const part = bytes.subarray(at, at + MOST_BLOCK_BYTES);
    const head = Buffer.alloc(5);
    head.write(kind);
    head.writeUInt32BE(part.length, 1);
    yield head;
    yield part;
  }
}
