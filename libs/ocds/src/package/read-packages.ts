import { ByteWindow } from '../read/byte-window.js';
import { OPEN_ARRAY, OPEN_OBJECT } from '../read/json-bytes.js';
import { openInput } from '../read/open-input.js';
import { ReadLog } from '../read/read-log.js';
import { readList } from '../read/read-list.js';
import { limitsOf } from '../read/read-options.js';
import type { Reading, Steps } from '../read/reading.js';
import { END, peekByte } from '../read/tokens.js';
import { UnreadableInputError } from '../read/unreadable-input-error.js';
import { Utf8Gate } from '../read/utf8-gate.js';
import { ValueScanner } from '../read/value-scanner.js';
import { PackageError } from './package-error.js';
import { type PackagePart, readPackage } from './read-package.js';

/** Bytes of a file, as a read stream gives them. */
export type Bytes = AsyncIterable<Uint8Array>;

export interface ReadPackagesOptions {
  /** False to pass over the entries, which then are not checked to be JSON. */
  readonly entries?: boolean;
}

/**
 * The packages of an input, in parts: each package's entries and then the package itself without them. Reads what
 * `readReleases` reads of encodings and compression: a package, an array of packages, or packages one after another
 * (JSON Lines). Memory follows the largest entry.
 *
 * @throws UnreadableInputError, or PackageError for what is no package
 */
export async function* readPackages(chunks: Bytes, options: ReadPackagesOptions = {}): AsyncGenerator<PackagePart> {
  const limits = limitsOf();
  const input = await openInput(chunks, limits);
  const [window, scanner] = [new ByteWindow(input.offset), new ValueScanner(limits.maxDepth)];
  const reading: Reading = { window, scanner, limits, log: new ReadLog(), watch: () => {}, inside: '' };
  const found: PackagePart[] = [];
  const steps = readDocuments(reading, (part) => found.push(part), options.entries ?? true);
  for await (const bytes of wholeText(input.chunks, reading)) {
    window.feed(bytes);
    steps.next();
    yield* found.splice(0);
    window.keepMarked();
  }
  window.ended = true;
  steps.next();
  yield* found.splice(0);
}

/** The chunks, in whole characters, checked to be text in one encoding. */
async function* wholeText(chunks: AsyncIterable<Buffer>, { window, log }: Reading): AsyncGenerator<Buffer> {
  const gate = new Utf8Gate();
  for await (const chunk of chunks) {
    const { bytes, invalid } = gate.push(chunk);
    yield bytes;
    if (!invalid) continue;
    if (gate.encoding === 'broken') throw new UnreadableInputError('invalid-utf-8', window.place());
    log.encoding = 'windows-1252';
    yield invalid;
  }
  yield gate.finish();
}

type Tell = (part: PackagePart) => void;

function* readDocuments(reading: Reading, tell: Tell, entries: boolean): Steps {
  let documents = 0;
  for (let byte = yield* peekByte(reading); byte !== END; byte = yield* peekByte(reading)) {
    documents++;
    const pointer = documents === 1 ? '' : `#${documents}`;
    if (byte === OPEN_OBJECT) yield* readPackage(reading, pointer, tell, entries);
    else if (byte === OPEN_ARRAY) yield* readPackageList(reading, pointer, tell, entries);
    else throw new UnreadableInputError(documents === 1 ? 'not-json' : 'trailing-content', reading.window.place());
  }
  if (documents === 0) throw new UnreadableInputError('empty');
}

function* readPackageList(reading: Reading, pointer: string, tell: Tell, entries: boolean): Steps {
  yield* readList(reading, pointer, function* (_, itemPointer) {
    if (reading.window.bytes[reading.window.at] !== OPEN_OBJECT) throw new PackageError('NOT_A_PACKAGE');
    yield* readPackage(reading, itemPointer, tell, entries);
  });
}
