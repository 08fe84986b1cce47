import type { PackedRelease } from './make-record.js';
import type { Stream } from './write-packages.js';

/** A release with the process it belongs to. */
export interface ReleaseOfProcess extends PackedRelease {
  readonly ocid: string;
}

/**
 * The releases by process, processes in the order they first appear. Holds the texts of all releases at once, as a
 * process may have releases anywhere: memory is about twice the size of the input.
 */
export async function groupByOcid(
  releases: Stream<ReleaseOfProcess>,
): Promise<ReadonlyMap<string, readonly PackedRelease[]>> {
  const processes = new Map<string, PackedRelease[]>();
  for await (const { ocid, text, url } of releases) {
    const process = processes.get(ocid);
    if (process) process.push({ text, url });
    else processes.set(ocid, [{ text, url }]);
  }
  return processes;
}
