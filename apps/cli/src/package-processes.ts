import { groupByOcid, type Json, type PackedRelease, type ReleaseOfProcess } from '#ocds';
import { openFileShelf } from './file-shelf.js';
import type { ReleaseFile, ReleaseFiles } from './release-files.js';
import { SourceFault } from './source-fault.js';

/** Characters of JSON kept in memory. */
const ROOM = 40_000_000;

type Processes = AsyncGenerator<readonly [ocid: string, releases: readonly PackedRelease[]]>;

/** The releases of each process, through temporary files where the input is large. */
export async function* embeddedProcesses(files: ReleaseFiles): Processes {
  yield* groupByOcid(placedReleases(files), GROUPING);
}

/**
 * The same, each release with its address: the `uri` of the package that its file holds, and its id. That address may
 * come after the releases; it is known once all files were read, which grouping has to do first.
 * @throws SourceFault for a file that does not have one package with a `uri`
 */
export async function* linkedProcesses(files: ReleaseFiles): Processes {
  const addresses: (string | undefined)[] = [];
  const releases = placedReleases(files, (file) => addresses.push(addressOf(file)));
  for await (const [ocid, placed] of groupByOcid(releases, GROUPING)) {
    yield [ocid, placed.map(({ file, id, text }) => ({ text, url: urlOf(addresses[file], id) }))];
  }
}

/** A release and where it comes from. */
interface Placed extends ReleaseOfProcess {
  readonly id: string;
  /** Of the files, from 0. */
  readonly file: number;
}

const GROUPING = {
  ocidOf: ({ ocid }: Placed) => ocid,
  sizeOf: ({ text }: Placed) => text.length,
  toLine: (placed: Placed) => JSON.stringify(placed),
  fromLine: (line: string) => JSON.parse(line) as Placed,
  room: ROOM,
  openShelf: openFileShelf,
};

async function* placedReleases(
  files: ReleaseFiles,
  onEnd: (file: ReleaseFile) => void = () => {},
): AsyncGenerator<Placed> {
  let number = 0;
  for await (const file of files) {
    for await (const { release, text } of file.releases) {
      yield { ocid: asText(release.ocid), id: asText(release.id), file: number, text };
    }
    onEnd(file);
    number++;
  }
}

/** A release whose ocid is no text cannot be merged; its record says so. */
function asText(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** `undefined` where the file broke off before it said so, which was told already. */
function addressOf({ name, summary }: ReleaseFile): string | undefined {
  const { metadata, packages, complete } = summary();
  if (!complete || (packages < 2 && metadata?.uri)) return metadata?.uri;
  throw packages > 1
    ? new SourceFault(name, `trae ${packages} paquetes`, 'Con --linked va un paquete por archivo.')
    : new SourceFault(name, 'no dice su dirección («uri»)', 'Ponerla en el paquete, o quitar --linked.');
}

function urlOf(address: string | undefined, id: string): string | undefined {
  return address === undefined ? undefined : `${address}#${encodeURIComponent(id)}`;
}
