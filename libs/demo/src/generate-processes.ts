import type { Release } from '#ocds';
import { processIn } from './generate-process.js';
import { type PlantedFlag, plantAt } from './planted-flag.js';
import { checkCount, type DemoRequest, type DemoWindow, openWindow } from './request.js';

/**
 * In: how many processes and the seed. Out: their releases, lazily, one process after another, each in order of date.
 * The same request always gives the same bytes. Throws `DemoRequestError` at once, before the first release.
 */
export function generateProcesses(request: DemoRequest): Iterable<Release> {
  checkCount(request.processes);
  const window = openWindow(request);
  return { [Symbol.iterator]: () => releasesOf(window, request) };
}

/**
 * In: a request. Out: the red flags planted in what `generateProcesses` yields for it, in order;
 * none whose evidence would be published after `until`, and no lonely part of a split purchase.
 */
export function plantedFlags(request: DemoRequest): readonly PlantedFlag[] {
  checkCount(request.processes);
  const flags = [...flagsOf(openWindow(request), request)];
  return flags.filter((flag, i) => flag.group === null || hasNeighbour(flags, i));
}

/** The parts of one pattern follow each other in the series. */
function hasNeighbour(flags: readonly PlantedFlag[], i: number): boolean {
  const group = flags[i]?.group;
  return flags[i - 1]?.group === group || flags[i + 1]?.group === group;
}

function* releasesOf(window: DemoWindow, { processes, seed }: DemoRequest): Generator<Release, void, undefined> {
  for (let index = 0; index < processes; index += 1) yield* processIn(window, seed, index).releases;
}

function* flagsOf(window: DemoWindow, { processes, seed }: DemoRequest): Generator<PlantedFlag, void, undefined> {
  for (let index = 0; index < processes; index += 1) {
    const flag = plantAt(index) === undefined ? null : processIn(window, seed, index).flag;
    if (flag !== null) yield flag;
  }
}
