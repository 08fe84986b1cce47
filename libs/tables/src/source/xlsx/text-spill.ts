import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Texts on disk, by number. Reading is synchronous: it comes from the system's cache, mostly from ours. */
export interface TextSpill {
  add(text: string): void;
  get(index: number): string | undefined;
  close(): Promise<void>;
}

const BLOCK = 256 * 1024;
const BLOCKS_KEPT = 64;

export async function createTextSpill(): Promise<TextSpill> {
  const folder = await mkdtemp(join(tmpdir(), 'c7-texts-'));
  const file = openSync(join(folder, 'texts'), 'w+');
  const blocks = new Map<number, readonly string[]>();
  const starts: { readonly offset: number; readonly first: number }[] = [];
  let waiting: string[] = [];
  let waitingLength = 0;
  let count = 0;
  let offset = 0;

  function flush(): void {
    const bytes = Buffer.from(JSON.stringify(waiting));
    starts.push({ offset, first: count - waiting.length });
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, offset + done);
    offset += bytes.length;
    [waiting, waitingLength] = [[], 0];
  }

  function load(block: number): readonly string[] {
    const { offset: start } = starts[block]!;
    const bytes = Buffer.allocUnsafe((starts[block + 1]?.offset ?? offset) - start);
    for (let done = 0; done < bytes.length;) done += readSync(file, bytes, done, bytes.length - done, start + done);
    return JSON.parse(bytes.toString('utf8')) as readonly string[];
  }

  /** The blocks last used stay: a map keeps the order in which they were put. */
  function blockOf(block: number): readonly string[] {
    const texts = blocks.get(block) ?? load(block);
    blocks.delete(block);
    blocks.set(block, texts);
    if (blocks.size > BLOCKS_KEPT) blocks.delete(blocks.keys().next().value!);
    return texts;
  }

  return {
    add(text) {
      waiting.push(text);
      count++;
      waitingLength += text.length;
      if (waitingLength >= BLOCK) flush();
    },
    get(index) {
      if (waiting.length > 0) flush();
      if (!(index >= 0 && index < count)) return undefined;
      let [low, high] = [0, starts.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]!.first <= index) low = middle;
        else high = middle - 1;
      }
      return blockOf(low)[index - starts[low]!.first];
    },
    async close() {
      closeSync(file);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
