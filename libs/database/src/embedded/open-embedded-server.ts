import { rm } from 'node:fs/promises';
import { bringUp } from './bring-up.js';
import { createClusterIfMissing } from './create-cluster.js';
import { type Deadline, startDeadline } from './deadline.js';
import { EmbeddedServerError } from './embedded-server-error.js';
import { enlistUser, type User } from './enlist-user.js';
import { type Binaries, findBinaries } from './find-binaries.js';
import { lockDataDir } from './lock-data-dir.js';
import { nameError } from './name-error.js';
import { prepareBinaries } from './prepare-binaries.js';
import { type ProgressMessage, type Report, reportTo } from './progress.js';
import { type Connection, connectionTo, connectionUrl } from './reach-database.js';
import { isAlive, readPostmaster } from './read-postmaster.js';
import { pruneLogs } from './server-log.js';
import { prepareDataDir, type ServerPlace, settleServerPlace } from './server-place.js';

export interface EmbeddedServer {
  readonly connection: Connection;
  /** For pg, TypeORM, BullMQ and libpq alike. */
  readonly url: string;
  /** Whether the cluster was created, the server started on it, or a running one found. */
  readonly started: 'created' | 'started' | 'joined';
  /**
   * Gives the server up; close your connections before. It is stopped when nobody else uses it, which is waited for,
   * 40 seconds at most. May be called again. A process that ends without calling this has given it up too.
   */
  stop(): Promise<void>;
}

export interface EmbeddedServerOptions {
  /** Holds the cluster in `postgres`, and `postgres.json` that tells where it is if it could not be here. */
  readonly dataDir: string;
  readonly onProgress?: (message: ProgressMessage) => void;
  /** For all of it: waiting for others, creating, recovering from a crash. Two minutes if not given. */
  readonly timeoutMs?: number;
  /** The data may be lost in a power cut: faster, for tests. */
  readonly disposable?: boolean;
  /** Where cluster and programs go when root starts a project that the server's account cannot reach. */
  readonly systemDir?: string;
  /** For an installation of the binaries other than npm's. */
  readonly binaries?: Binaries;
  readonly passwdFile?: string;
}

const SPOILED: ReadonlySet<string> = new Set(['start-failed', 'not-a-cluster', 'other-major-version']);
const PRUNE_EVERY_MS = 10 * 60_000;

/**
 * A PostgreSQL server for the data folder, ready and with the database `c7`: created if there is none yet, started if it
 * does not run, else joined. Any number of processes may do this at once.
 *
 * @throws EmbeddedServerError with a code, what is wrong, what to do, and the last lines of PostgreSQL's log.
 */
export async function openEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const deadline = startDeadline(options.timeoutMs ?? 120_000);
  const report = reportTo(options.onProgress);
  const found = options.binaries ?? (await findBinaries());
  const dataDir = await prepareDataDir(options.dataDir);
  const unlock = await lockDataDir(dataDir, deadline, report).catch((error) =>
    Promise.reject(nameError(error, dataDir)),
  );
  try {
    const place = await settleServerPlace(dataDir, options.systemDir ?? '/var/lib/compromiso7', options.passwdFile);
    const conditions = { durable: !options.disposable, deadline, report };
    const open = (): Promise<EmbeddedServer> => openLocked(place, found, conditions);
    return await (options.disposable ? open().catch((error) => beginAnew(place, error).then(open)) : open());
  } catch (error) {
    throw nameError(error, dataDir);
  } finally {
    await unlock();
  }
}

/** Throw-away data that a power cut or a cleaner of old files has spoiled is thrown away, if it was we who made it. */
async function beginAnew({ cluster, note }: ServerPlace, error: unknown): Promise<void> {
  if (!note || !(error instanceof EmbeddedServerError) || !SPOILED.has(error.code)) throw error;
  if (isAlive(await readPostmaster(cluster))) throw error;
  await rm(cluster, { recursive: true, force: true });
}

async function openLocked(
  place: ServerPlace,
  found: Binaries,
  { durable, deadline, report }: { readonly durable: boolean; readonly deadline: Deadline; readonly report: Report },
): Promise<EmbeddedServer> {
  const binaries = await prepareBinaries(found, place, report);
  const created = await createClusterIfMissing(place, binaries, { durable, report });
  const user = await enlistUser(place, deadline, report);
  try {
    const { sockets, started } = await bringUp(place, binaries, {
      wasWatched: user.wasWatched,
      durable,
      deadline,
      report,
    });
    return heldServer(place, user, { sockets, started: created ? 'created' : started });
  } catch (error) {
    await user.leave();
    throw error;
  }
}

function heldServer(
  place: ServerPlace,
  user: User,
  { sockets, started }: { readonly sockets: string; readonly started: EmbeddedServer['started'] },
): EmbeddedServer {
  const connection = connectionTo(sockets);
  const pruning = setInterval(() => void pruneLogs(place), PRUNE_EVERY_MS).unref();
  const stop = async (): Promise<void> => {
    clearInterval(pruning);
    await user.leave();
    await user.untilOver();
  };
  return { connection, url: connectionUrl(connection), started, stop };
}
