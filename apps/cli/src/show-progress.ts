const EVERY_MS = 250;
const CLEAR_LINE = '\r\x1b[K';

/** Tells the terminal how far a file is. */
export interface Progress {
  /** @param count releases so far */
  readonly show: (count: number) => void;
  readonly end: () => void;
}

/** Begins a line of progress, where standard error is a terminal; in a pipe there is none. */
export function startProgress(name: string): Progress | undefined {
  if (!process.stderr.isTTY) return undefined;
  let shownAt = Date.now();
  return {
    show: (count) => {
      if (Date.now() - shownAt < EVERY_MS) return;
      shownAt = Date.now();
      process.stderr.write(CLEAR_LINE + lineOf(name, count));
      isShown = true;
    },
    end: clearProgress,
  };
}

/** Passes everything on and counts it on the terminal. */
export async function* showProgress<Value>(name: string, values: AsyncIterable<Value>): AsyncGenerator<Value> {
  const progress = startProgress(name);
  if (!progress) return yield* values;
  let count = 0;
  try {
    for await (const value of values) {
      yield value;
      progress.show((count += 1));
    }
  } finally {
    progress.end();
  }
}

/** Takes the line away before something else is written to the terminal. */
export function clearProgress(): void {
  if (isShown) process.stderr.write(CLEAR_LINE);
  isShown = false;
}

let isShown = false;

/** A line that wraps could not be taken away; of a long path the end says most. */
function lineOf(name: string, count: number): string {
  const done = `: ${count.toLocaleString('es-MX')} publicaciones`;
  const room = Math.max(10, (process.stderr.columns || 80) - done.length - 1);
  return (name.length > room ? `…${name.slice(1 - room)}` : name) + done;
}
