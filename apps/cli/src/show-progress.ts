const EVERY_MS = 250;

/** Passes everything on and counts it on the terminal; in a pipe it says nothing. */
export async function* showProgress<Value>(name: string, values: AsyncIterable<Value>): AsyncGenerator<Value> {
  if (!process.stderr.isTTY) return yield* values;
  let count = 0;
  let shownAt = Date.now();
  for await (const value of values) {
    yield value;
    count++;
    if (Date.now() - shownAt < EVERY_MS) continue;
    shownAt = Date.now();
    process.stderr.write(`\r${name}: ${count} publicaciones`);
  }
  process.stderr.write('\r\x1b[K');
}
