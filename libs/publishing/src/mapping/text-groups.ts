import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Texts that belong together, by key. Disposing of it deletes what is on disk. */
export interface TextGroups extends Disposable {
  /** @param key without tab and line end @param text without line end */
  add(key: string, text: string): void;
  /** Each group once, its texts in the order in which they came; nothing may be added after. */
  groups(): Generator<TextGroup>;
}

export interface TextGroup {
  readonly key: string;
  readonly texts: readonly string[];
}

const MOST_IN_MEMORY = 10_000_000;
const BUCKETS = 256;
const WAITING_BYTES = 1 << 15;

/**
 * Groups texts in bounded memory. Few stay in memory, and their groups come out in the order in which they began; many
 * go through temporary files, by a hash of the key, and come out in the order of those.
 *
 * @param mostInMemory characters
 */
export function createTextGroups(mostInMemory = MOST_IN_MEMORY): TextGroups {
  let groups = new Map<string, string[]>();
  let characters = 0;
  let spill: Spill | undefined;

  function spillAll(): void {
    spill ??= createSpill();
    for (const [key, texts] of groups) for (const text of texts) spill.write(key, text);
    groups = new Map();
    characters = 0;
  }

  return {
    add(key, text) {
      if (spill) return spill.write(key, text);
      addTo(groups, key, text);
      characters += text.length;
      if (characters > mostInMemory) spillAll();
    },
    *groups() {
      if (spill) return yield* spill.read();
      for (const [key, texts] of groups) {
        groups.delete(key);
        yield { key, texts };
      }
    },
    [Symbol.dispose]: () => spill?.[Symbol.dispose](),
  };
}

function addTo(groups: Map<string, string[]>, key: string, text: string): void {
  const known = groups.get(key);
  if (known) known.push(text);
  else groups.set(key, [text]);
}

interface Spill extends Disposable {
  write(key: string, text: string): void;
  read(): Generator<TextGroup>;
}

/**
 * Texts of one key are all in the same file. They wait as bytes: as text they would grow old before they are written,
 * and old garbage is collected late. Writes at once: lines come faster than a disk takes them.
 */
function createSpill(): Spill {
  const folder = mkdtempSync(join(tmpdir(), 'c7-group-'));
  const buckets = new Map<number, { readonly waiting: Buffer; used: number }>();
  const path = (bucket: number) => join(folder, String(bucket));

  function flush(number: number): void {
    const bucket = buckets.get(number);
    if (!bucket) return;
    appendFileSync(path(number), bucket.waiting.subarray(0, bucket.used));
    bucket.used = 0;
  }

  function openBucket(number: number) {
    const bucket = { waiting: Buffer.allocUnsafeSlow(WAITING_BYTES), used: 0 };
    buckets.set(number, bucket);
    return bucket;
  }

  return {
    write(key, text) {
      const number = bucketOf(key);
      const bucket = buckets.get(number) ?? openBucket(number);
      const line = `${key}\t${text}\n`;
      const bytes = Buffer.byteLength(line);
      if (bucket.used + bytes > WAITING_BYTES) flush(number);
      if (bytes > WAITING_BYTES) appendFileSync(path(number), line);
      else bucket.used += bucket.waiting.write(line, bucket.used);
    },
    *read() {
      for (let number = 0; number < BUCKETS; number++) {
        flush(number);
        buckets.delete(number);
        for (const [key, texts] of readBucket(path(number))) yield { key, texts };
        rmSync(path(number), { force: true });
      }
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function readBucket(path: string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  if (!existsSync(path)) return groups;
  const content = readFileSync(path, 'utf8');
  for (let start = 0; start < content.length;) {
    const end = content.indexOf('\n', start);
    const tab = content.indexOf('\t', start);
    addTo(groups, content.slice(start, tab), content.slice(tab + 1, end));
    start = end + 1;
  }
  return groups;
}

/** FNV-1a over the code units, as good as any for spreading keys. */
function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < key.length; n++) hash = Math.imul(hash ^ key.charCodeAt(n), 0x01000193);
  return (hash >>> 0) % BUCKETS;
}
