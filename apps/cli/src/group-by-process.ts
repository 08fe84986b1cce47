import { type FoundRelease, groupByOcid, type JsonObject } from '#ocds';
import { openFileShelf } from './file-shelf.js';

/** Releases of one contracting process, in the order in which they came. */
export interface Process {
  readonly ocid: string;
  readonly releases: readonly JsonObject[];
}

/** Characters of JSON kept in memory; parsed, they take some three bytes each. */
const ROOM = 80_000_000;

/**
 * Gathers the releases of each process. A small input stays in memory and comes out in the order in which processes
 * first appear; a large one goes through temporary files and comes out in the order of those.
 */
export async function* groupByProcess(releases: AsyncIterable<FoundRelease>): AsyncGenerator<Process> {
  for await (const [ocid, found] of groupByOcid(measured(releases), GROUPING)) {
    yield { ocid, releases: found.map(({ release }) => release) };
  }
}

interface Measured {
  readonly release: JsonObject;
  readonly size: number;
}

const GROUPING = {
  ocidOf: ({ release }: Measured) => (typeof release.ocid === 'string' ? release.ocid : ''),
  sizeOf: ({ size }: Measured) => size,
  toLine: ({ release }: Measured) => JSON.stringify(release),
  fromLine: (line: string): Measured => ({ release: JSON.parse(line) as JsonObject, size: line.length }),
  room: ROOM,
  openShelf: openFileShelf,
};

/** Without the text, which would take as much memory again. */
async function* measured(releases: AsyncIterable<FoundRelease>): AsyncGenerator<Measured> {
  for await (const { release, text } of releases) yield { release, size: text.length };
}
