import { appendFileSync, createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bytes of a drawer that wait to be written together. */
const WAITING_BYTES = 1 << 15;

interface Drawer {
  readonly path: string;
  readonly waiting: Buffer;
  used: number;
}

/**
 * A shelf of temporary files: numbered drawers of lines, in a folder of its own that goes with `remove`. Writes at once
 * (`appendFileSync`): lines come faster than a disk takes them, and would else pile up in memory. They wait as bytes:
 * as text they would grow old before they are written, and old garbage is collected late.
 */
export function openFileShelf() {
  const folder = mkdtempSync(join(tmpdir(), 'c7-'));
  const drawers = new Map<number, Drawer>();
  // A reader who leaves early ends the process at once: the folder goes then too.
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);

  function openDrawer(number: number): Drawer {
    const drawer = { path: join(folder, `${number}.jsonl`), waiting: Buffer.allocUnsafeSlow(WAITING_BYTES), used: 0 };
    drawers.set(number, drawer);
    return drawer;
  }

  return {
    append(number: number, line: string): void {
      put(drawers.get(number) ?? openDrawer(number), line);
    },
    async *read(number: number): AsyncGenerator<string> {
      const drawer = drawers.get(number);
      if (!drawer) return;
      flush(drawer);
      drawers.delete(number);
      yield* linesOf(drawer.path);
      rmSync(drawer.path, { force: true });
    },
    remove(): void {
      removeFolder();
      process.off('exit', removeFolder);
    },
  };
}

function put(drawer: Drawer, line: string): void {
  const length = Buffer.byteLength(line);
  if (drawer.used + length > WAITING_BYTES) flush(drawer);
  if (length > WAITING_BYTES) appendFileSync(drawer.path, line);
  else drawer.used += drawer.waiting.write(line, drawer.used);
}

function flush(drawer: Drawer): void {
  appendFileSync(drawer.path, drawer.waiting.subarray(0, drawer.used));
  drawer.used = 0;
}

async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
}
