import { getNextMillis, type JobSchedulerJson, type JobSchedulerTemplateOptions, type RepeatOptions } from 'bullmq';
import { jobOptions } from './job-options.js';
import type { AnyJob, Recurrence, Schedule, StandingSchedule } from './job-queues.js';
import { QueueError } from './queue-error.js';
import type { QueueTiming } from './queue-timing.js';

/** What is asked of a BullMQ queue, whatever its datastore. */
export interface ScheduledQueue {
  readonly name: string;
  getJobScheduler(id: string): Promise<JobSchedulerJson<AnyJob> | undefined>;
  getJobSchedulers(start: number, end: number): Promise<JobSchedulerJson<AnyJob>[]>;
  getJob(id: string): Promise<unknown>;
  upsertJobScheduler(
    id: string,
    repeat: Omit<RepeatOptions, 'key'>,
    template: { name: string; data: AnyJob; opts: JobSchedulerTemplateOptions },
  ): Promise<unknown>;
  removeJobScheduler(id: string): Promise<boolean>;
}

/** The state's own clock; it keeps no summer time since October 2022. */
const TIME_ZONE = 'America/Mexico_City';
/** A job that is due sooner may be in the hands of a consumer, which is about to add the next. */
const HANDOVER_MS = 60_000;

/** @throws QueueError `SCHEDULE_INVALID`. */
export async function upsertSchedule(
  queue: ScheduledQueue,
  { id, job, when }: Schedule<AnyJob>,
  timing: QueueTiming,
): Promise<void> {
  const repeat = repeatOf(id, when);
  const standing = await queue.getJobScheduler(id);
  if (standing && isSame(standing, repeat, job) && (await goesOn(queue, standing))) return;
  await queue.upsertJobScheduler(id, repeat, { name: queue.name, data: job, opts: jobOptions(timing) });
}

export function removeSchedule(queue: ScheduledQueue, id: string): Promise<boolean> {
  return queue.removeJobScheduler(id);
}

export async function listSchedules(queue: ScheduledQueue): Promise<StandingSchedule[]> {
  const standing = await queue.getJobSchedulers(0, -1);
  return standing.map(({ key, next }) => ({ id: key, next: next ? new Date(next) : undefined }));
}

function repeatOf(id: string, when: Recurrence): Omit<RepeatOptions, 'key'> {
  const repeat = 'cron' in when ? { pattern: when.cron, tz: when.tz ?? TIME_ZONE } : { every: when.everyMs };
  if (id === '' || id.includes(':')) throw invalid(`El nombre «${id}» no sirve para una programación.`);
  if (repeat.every !== undefined && !(Number.isSafeInteger(repeat.every) && repeat.every >= 1_000))
    throw invalid('El intervalo lleva un número entero de milisegundos, de 1,000 en adelante.');
  if (repeat.pattern !== undefined && !hasNext(repeat)) throw invalid(`El horario «${repeat.pattern}» no se entiende.`);
  return repeat;
}

/** A blank pattern counts as every minute with the parser. */
function hasNext(repeat: RepeatOptions): boolean {
  if (!repeat.pattern || !/^\S+( \S+){4,5}$/.test(repeat.pattern)) return false;
  try {
    return Number.isFinite(getNextMillis(Date.now(), repeat));
  } catch {
    return false;
  }
}

function isSame(standing: JobSchedulerJson<AnyJob>, repeat: Omit<RepeatOptions, 'key'>, job: AnyJob): boolean {
  return (
    (standing.pattern ?? undefined) === repeat.pattern &&
    (standing.every ?? undefined) === repeat.every &&
    (standing.tz ?? undefined) === repeat.tz &&
    JSON.stringify(standing.template?.data) === JSON.stringify(job)
  );
}

/** A schedule whose next job was lost would never run again. */
async function goesOn(queue: ScheduledQueue, { key, next }: JobSchedulerJson<AnyJob>): Promise<boolean> {
  if (!next) return false;
  return next + HANDOVER_MS > Date.now() || (await queue.getJob(`repeat:${key}:${next}`)) !== undefined;
}

function invalid(message: string): QueueError {
  return new QueueError(
    'SCHEDULE_INVALID',
    message,
    'Usar un cron de cinco campos (minuto hora día mes día-de-semana) y una zona horaria de la lista IANA, o un intervalo.',
  );
}
