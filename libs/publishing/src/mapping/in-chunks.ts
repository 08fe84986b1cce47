import type { MappedFile, MappedProcess, RowAside } from './map-file.js';

const PROCESSES_PER_CHUNK = 200;
const ASIDES_PER_CHUNK = 2_000;

/** Some of what a file comes to. */
export interface Chunk {
  readonly asides: RowAside[];
  readonly processes: MappedProcess[];
}

/** What a file comes to, as much at a time as one statement writes; the last chunk may be empty. */
export async function* inChunks(file: MappedFile): AsyncGenerator<Chunk> {
  let chunk: Chunk = { asides: [], processes: [] };
  for await (const one of file) {
    if (one.kind === 'aside') chunk.asides.push(one);
    else chunk.processes.push(one);
    if (chunk.processes.length < PROCESSES_PER_CHUNK && chunk.asides.length < ASIDES_PER_CHUNK) continue;
    yield chunk;
    chunk = { asides: [], processes: [] };
  }
  yield chunk;
}
