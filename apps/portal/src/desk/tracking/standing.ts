import { type Actor, can } from '#access';
import { linkHealth } from '#links';
import { listComments, listDrafts, listIssuedReports, localDay, readTracker } from '#tracking';
import type { Platform } from '#publishing';
import type { DeskLocale } from '../desk-locale.js';
import type { Choice } from '../views/desk.view.js';
import { type Place, type Standing, type ThingKind, thingsOf } from './place.js';

/**
 * A plan before somebody: what is public of it, and what is only theirs to see.
 *
 * @returns undefined for a plan that is not in the store
 */
export async function standingOf(
  { dataSource }: Pick<Platform, 'dataSource'>,
  plan: string,
  actor: Actor,
  locale: DeskLocale,
): Promise<Standing | undefined> {
  const view = await readTracker(dataSource, plan);
  if (!view) return undefined;
  const states = ['pending', 'published', 'rejected'] as const;
  return {
    plan,
    view,
    actor,
    locale,
    today: localDay(new Date()),
    drafts: await listDrafts(dataSource, plan, `${actor.kind}:${actor.id}`),
    links: await linkHealth(
      dataSource,
      view.plan.evidence.flatMap(({ url }) => url ?? []),
    ),
    issued: await listIssuedReports(dataSource, plan),
    comments: can(actor, 'tracker:moderate') ? await listComments(dataSource, plan, { states }) : [],
  };
}

/** Something of a plan by its id; the plan itself has none. @returns undefined where there is no such thing */
export async function placeIn(
  { dataSource }: Pick<Platform, 'dataSource'>,
  standing: Standing,
  kind: ThingKind,
  id: string,
): Promise<Place | undefined> {
  const things = thingsOf(standing, kind);
  const thing = kind === 'plan' ? things[0] : things.find((one) => one.id === id);
  if (!thing) return undefined;
  const organisations = (await dataSource.query(
    'SELECT id AS value, name AS label FROM organisation ORDER BY lower(name)',
  )) as readonly Choice[];
  return { ...standing, kind, id: thing.id, thing, organisations };
}
