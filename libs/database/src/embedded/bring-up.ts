import { type Deadline, until } from './deadline.js';
import { EmbeddedServerError } from './embedded-server-error.js';
import type { Binaries } from './find-binaries.js';
import { kernelAndPidNamespace } from './process-identity.js';
import type { Report } from './progress.js';
import { reachDatabase } from './reach-database.js';
import { isAlive, type LivePostmaster, readPostmaster } from './read-postmaster.js';
import { lastLogLines } from './server-log.js';
import type { ServerPlace } from './server-place.js';
import { startPostmaster } from './start-postmaster.js';

export interface Running {
  readonly sockets: string;
  readonly started: 'started' | 'joined';
}

interface Circumstances {
  /** Somebody's watcher was there before us. */
  readonly wasWatched: boolean;
  readonly durable: boolean;
  readonly deadline: Deadline;
  readonly report: Report;
}

/**
 * Joins the server of a cluster if there is one that takes connections; waits for one that is starting, recovering or
 * shutting down; starts one if there is none.
 *
 * @throws EmbeddedServerError `start-failed`, `start-timeout`, `stop-timeout`, `disk-full`, `in-use-elsewhere`.
 */
export async function bringUp(place: ServerPlace, binaries: Binaries, circumstances: Circumstances): Promise<Running> {
  const { deadline, report } = circumstances;
  let started: Running['started'] = 'joined';
  let previousSockets = place.note?.sockets;
  const running = await until(deadline, async () => {
    const postmaster = await readPostmaster(place.cluster);
    if (!isAlive(postmaster)) {
      refuseIfElsewhere(place, circumstances);
      report('starting');
      if (await startPostmaster(place, binaries, { ...circumstances, previousSockets })) started = 'started';
      return undefined;
    }
    previousSockets = postmaster.sockets;
    return (await isOpen(postmaster, report)) ? { sockets: postmaster.sockets, started } : undefined;
  });
  return running ?? Promise.reject(await timeoutError(place));
}

async function isOpen(postmaster: LivePostmaster, report: Report): Promise<boolean> {
  if (postmaster.state !== 'ready') {
    report(postmaster.state === 'stopping' ? 'waiting-for-stop' : 'waiting-for-start');
    return false;
  }
  const reached = await reachDatabase(postmaster.sockets);
  // Nobody can connect to a server whose socket was cleaned away: it is asked to stop at once, and started again.
  if (reached === 'no-socket') process.kill(postmaster.pid, 'SIGINT');
  return reached === 'reached';
}

/** Process numbers of another container mean nothing here, but its watcher answers: two servers would ruin the cluster. */
function refuseIfElsewhere({ cluster, note }: ServerPlace, { wasWatched }: Circumstances): void {
  const here = kernelAndPidNamespace();
  if (wasWatched && note && note.startedIn.boot === here.boot && note.startedIn.pids !== here.pids)
    throw new EmbeddedServerError('in-use-elsewhere', { about: cluster });
}

async function timeoutError({ cluster, ...rest }: ServerPlace): Promise<EmbeddedServerError> {
  const { state } = await readPostmaster(cluster);
  const log = await lastLogLines({ cluster, ...rest }, 0);
  return new EmbeddedServerError(state === 'stopping' ? 'stop-timeout' : 'start-timeout', { about: cluster, log });
}
