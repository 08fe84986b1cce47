import { type EntityManager, QueryFailedError } from 'typeorm';
import { type Action, type Actor as Person, asActor, recordAudit } from '#access';
import { type Actor, refuse, type StatusChange, type StatusEvent } from '#tracker';
import { localDay } from '../local-day.js';
import { appendLines } from '../store/append-lines.js';
import { actAs } from './act-as.js';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { deny, Refused } from './refused.js';

/** One transaction of somebody on one plan; nobody else writes to that plan meanwhile. */
export interface Work {
  readonly manager: EntityManager;
  readonly planId: string;
  readonly actor: Actor;
  /** ISO day in Jalisco. */
  readonly on: string;
  /**
   * The same, as the actor of one of these organisations where they may.
   *
   * @param actions only these of those that were asked for. @throws Refused ROLE, ADMIN
   */
  preferring(organisations: (organisation: string) => boolean, actions?: readonly Action[]): Work;
  /** Adds lines to the log. */
  append(...changes: readonly StatusChange[]): Promise<readonly StatusEvent[]>;
}

/**
 * Does something to a plan as somebody, whole or not at all.
 *
 * @param actions what they must be allowed, one of them
 */
export async function perform<Done extends object>(
  { dataSource, now = () => new Date() }: TrackingDependencies,
  person: Person,
  { plan: planId, actions }: { readonly plan: string; readonly actions: readonly Action[] },
  work: (work: Work) => Promise<Done>,
): Promise<Outcome<Done>> {
  return settled(async () => {
    const actor = actAs(person, actions);
    return asActor(dataSource, person, async (manager) => {
      await lockPlan(manager, planId);
      return work(workOf({ manager, planId, person, actions, at: now() }, actor));
    });
  });
}

/** The outcome of work that is refused by throwing, by our rules or by those of the database. */
export async function settled<Done extends object>(work: () => Promise<Done>): Promise<Outcome<Done>> {
  try {
    return { ok: true, ...(await work()) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    const rule = brokenRule(error);
    if (rule === undefined) throw error;
    return refuse('GUARD', { what: { es: rule, en: rule } });
  }
}

/** The reads and the writes of an action are of one moment: whoever comes second sees what the first did. */
export async function lockPlan(manager: EntityManager, planId: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [`tracker:${planId}`]);
  const known = (await manager.query('SELECT FROM tracker_head WHERE plan_id = $1', [planId])) as unknown[];
  if (known.length === 0) deny('UNKNOWN_PLAN', { what: planId });
}

interface Terms {
  readonly manager: EntityManager;
  readonly planId: string;
  readonly person: Person;
  readonly actions: readonly Action[];
  readonly at: Date;
}

function workOf(terms: Terms, actor: Actor): Work {
  const { manager, planId, person, actions, at } = terms;
  const on = localDay(at);
  return {
    manager,
    planId,
    actor,
    on,
    preferring: (organisations, narrower = actions) => workOf(terms, actAs(person, narrower, organisations)),
    append: async (...changes) => {
      const lines = await appendLines(manager, { planId, actor, now: at, on }, changes);
      for (const { entity, entityId, field, seq } of lines)
        await recordAudit(manager, person, {
          action: `tracker:${entity}-${field}`,
          subject: `${planId} ${entityId}`,
          organisationId: actor.organisation ?? null,
          detail: { seq },
        });
      return lines;
    },
  };
}

const CHECK = '23514';
const UNIQUE = '23505';

function brokenRule(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  return code === CHECK || code === UNIQUE ? (constraint ?? code) : undefined;
}
