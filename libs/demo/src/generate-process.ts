import type { Release } from '#ocds';
import { drawBlueprint } from './draw/blueprint.js';
import { liveOut } from './life.js';
import type { LifeEvent } from './life-event.js';
import { describePlant, type Plant, type PlantedFlag } from './planted-flag.js';
import { createRandom, subSeed } from './random.js';
import { type DemoRequest, type DemoWindow, openWindow } from './request.js';
import { toReleases } from './releases.js';

/** One contracting process: its releases in order, and the red flag planted in it once a release shows it. */
export interface DemoProcess {
  readonly ocid: string;
  readonly releases: readonly Release[];
  readonly flag: PlantedFlag | null;
}

/**
 * In: the number of the process in the series (from 0), the seed, and the same `year` and `until` as the series.
 * Out: the process, the same whatever the length of the series. Throws `DemoRequestError`.
 */
export function generateProcess(index: number, request: Omit<DemoRequest, 'processes'>): DemoProcess {
  return processIn(openWindow(request), request.seed, index);
}

/** The same inside a window that is open already. */
export function processIn(window: DemoWindow, seed: number, index: number): DemoProcess {
  const random = createRandom(subSeed(seed, index));
  const blueprint = drawBlueprint(index, seed, random, window);
  const events = liveOut(random, blueprint);
  const releases = toReleases(blueprint, events, window.until);

  const { ocid, plant } = blueprint;

  // One release per event: the plant shows once its event is among those released.
  const shown = plant !== undefined && evidenceAt(events, plant) < releases.length;
  return { ocid, releases, flag: shown ? describePlant(plant, ocid, index) : null };
}

function evidenceAt(events: readonly LifeEvent[], { evidence }: Plant): number {
  return events.findLastIndex(({ tags }) => tags.includes(evidence));
}
