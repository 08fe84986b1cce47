import { ByteWindow } from './byte-window.js';
import type { PartWatcher } from './found-part.js';
import type { FoundRelease } from './found-release.js';
import { openInput } from './open-input.js';
import { readInput } from './read-input.js';
import { ReadLog, type ReadSummary } from './read-log.js';
import { limitsOf, type ReadLimits, type ReadOptions } from './read-options.js';
import type { Reading } from './reading.js';
import { UnreadableInputError } from './unreadable-input-error.js';
import { Utf8Gate } from './utf8-gate.js';
import { ValueScanner } from './value-scanner.js';

/** The releases of one input, to be gone through once. */
export interface ReleaseReader extends AsyncIterable<FoundRelease> {
  /** What the input was; of what was read so far while `complete` is false. */
  summary(): ReadSummary;
}

/**
 * Finds the releases in an OCDS input, in the order they stand in, without holding more in memory than the largest of
 * them and a chunk.
 *
 * Reads JSON, plain or gzip, in UTF-8 (with or without byte order mark) or windows-1252: release and record packages,
 * records, releases, objects with just `releases`, arrays and concatenations (JSON Lines) of all these, and packages
 * wrapped in `arrayReleasePackage`, `results` or `data`. Of a record its releases are taken; when it embeds none, its
 * `compiledRelease`. Nothing is repaired: what cannot be taken as a release is left out with a notice. Releases are
 * checked to be JSON and no more; what is passed over (a `versionedRelease`, a `compiledRelease` beside its releases)
 * is checked for its brackets and strings only.
 *
 * The result, the releases before an error included, does not depend on how the input is cut into chunks.
 *
 * @param chunks bytes of the file, as a read stream gives them; each may be overwritten once the next is asked for
 * @param watch is told of the packages, records and links to releases met on the way
 * @throws UnreadableInputError while iterating, after the releases before the fault were yielded
 */
export function readReleases(
  chunks: AsyncIterable<Uint8Array>,
  options?: ReadOptions,
  watch: PartWatcher = () => {},
): ReleaseReader {
  const log = new ReadLog();
  const releases = read(chunks, limitsOf(options), log, watch);
  return { [Symbol.asyncIterator]: () => releases, summary: () => log.summary() };
}

async function* read(
  chunks: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
  log: ReadLog,
  watch: PartWatcher,
): AsyncGenerator<FoundRelease, void> {
  const input = await openInput(chunks, limits);
  const window = new ByteWindow(input.offset);
  const reading: Reading = { window, scanner: new ValueScanner(limits.maxDepth), limits, log, watch, inside: '' };
  const steps = readInput(reading);
  for await (const bytes of textOf(input.chunks, reading)) {
    window.feed(bytes);
    for (let step = steps.next(); !step.done && step.value; step = steps.next()) yield step.value;
    window.keepMarked();
  }
  window.ended = true;
  for (let step = steps.next(); !step.done; step = steps.next()) if (step.value) yield step.value;
  log.complete = true;
}

/** The chunks, checked to be text in one encoding. Each is read to its end before the next is asked for. */
async function* textOf(chunks: AsyncIterable<Buffer>, reading: Reading): AsyncGenerator<Buffer> {
  const { window, log } = reading;
  const gate = new Utf8Gate();
  log.bytes = window.offset;
  for await (const chunk of chunks) {
    log.bytes += chunk.length;
    const { bytes, invalid } = gate.push(chunk);
    yield bytes;
    if (!invalid) continue;
    if (gate.encoding === 'broken') throw new UnreadableInputError('invalid-utf-8', window.place());
    log.encoding = 'windows-1252';
    log.note('windows-1252', reading.inside, window.place());
    yield invalid;
  }
  yield gate.finish();
}
