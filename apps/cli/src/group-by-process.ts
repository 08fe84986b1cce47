import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FoundRelease, type JsonObject, readReleases } from '#ocds';

/** Releases of one contracting process, in the order in which they came. */
export interface Process {
  readonly ocid: string;
  readonly releases: readonly JsonObject[];
}

/** Characters of JSON kept in memory; parsed, they take some three bytes each. */
const MOST_IN_MEMORY = 120_000_000;
const BUCKETS = 64;
const FLUSH_AT = 1 << 18;

/**
 * Gathers the releases of each process. A small input stays in memory and comes out in the order in which processes
 * first appear; a large one goes through temporary files, by a hash of the ocid, and comes out in the order of those.
 */
export async function* groupByProcess(releases: AsyncIterable<FoundRelease>): AsyncGenerator<Process> {
  let processes = new Map<string, JsonObject[]>();
  let characters = 0;
  let spill: Spill | undefined;
  for await (const { release, text } of releases) {
    add(processes, release);
    characters += text.length;
    if (characters < MOST_IN_MEMORY) continue;
    spill ??= new Spill();
    spill.write(processes);
    processes = new Map();
    characters = 0;
  }
  if (!spill) return yield* asProcesses(processes);
  spill.write(processes);
  yield* spill.read();
}

function add(processes: Map<string, JsonObject[]>, release: JsonObject): void {
  const ocid = typeof release['ocid'] === 'string' ? release['ocid'] : '';
  const known = processes.get(ocid);
  if (known) known.push(release);
  else processes.set(ocid, [release]);
}

function* asProcesses(processes: ReadonlyMap<string, readonly JsonObject[]>): Generator<Process> {
  for (const [ocid, releases] of processes) yield { ocid, releases };
}

/** Releases set aside in files, those of one process all in the same one. */
class Spill {
  readonly #folder = mkdtempSync(join(tmpdir(), 'c7-merge-'));
  readonly #waiting = Array.from({ length: BUCKETS }, () => '');

  write(processes: ReadonlyMap<string, readonly JsonObject[]>): void {
    for (const [ocid, releases] of processes) {
      const bucket = bucketOf(ocid);
      for (const release of releases) this.#waiting[bucket] += `${JSON.stringify(release)}\n`;
      if (this.#waiting[bucket]!.length > FLUSH_AT) this.#flush(bucket);
    }
  }

  async *read(): AsyncGenerator<Process> {
    try {
      for (let bucket = 0; bucket < BUCKETS; bucket++) {
        this.#flush(bucket);
        yield* asProcesses(await this.#readBucket(bucket));
      }
    } finally {
      rmSync(this.#folder, { recursive: true, force: true });
    }
  }

  #flush(bucket: number): void {
    if (this.#waiting[bucket] === '') return;
    appendFileSync(this.#path(bucket), this.#waiting[bucket]!);
    this.#waiting[bucket] = '';
  }

  async #readBucket(bucket: number): Promise<ReadonlyMap<string, readonly JsonObject[]>> {
    const processes = new Map<string, JsonObject[]>();
    const path = this.#path(bucket);
    const exists = await access(path).then(
      () => true,
      () => false,
    );
    if (exists) for await (const { release } of readReleases(createReadStream(path))) add(processes, release);
    return processes;
  }

  #path(bucket: number): string {
    return join(this.#folder, `${bucket}.jsonl`);
  }
}

/** FNV-1a over the code units, as good as any for spreading ocids. */
function bucketOf(ocid: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < ocid.length; n++) hash = Math.imul(hash ^ ocid.charCodeAt(n), 0x01000193);
  return (hash >>> 0) % BUCKETS;
}
