import type { DataSource } from 'typeorm';
import type { Actor, Role } from '#access';
import { assignImplementers, importPlans, type Outcome, recordMilestone, type TrackingDependencies } from '#tracking';
import type { Platform } from '#publishing';
import { addPerson, as } from '../access/people.js';

export const PLAN = 'jalisco-2016-2018';

/** Everybody who has a part in the tracker: c7 is implemented by `sepaf`, with the support of `cgiec`. */
export interface Cast {
  readonly implementer: Actor;
  readonly supporter: Actor;
  readonly stranger: Actor;
  readonly counterpart: Actor;
  readonly secretariat: Actor;
  readonly monitor: Actor;
  readonly assessor: Actor;
  readonly administrator: Actor;
}

const ORGANISATIONS = [
  ['sepaf', 'implementer'],
  ['cgiec', 'implementer'],
  ['sedis', 'implementer'],
  ['corporativa', 'counterpart'],
  ['stl', 'secretariat'],
  ['itei', 'monitor'],
  ['petersen', 'assessor'],
] as const;

export async function addCast(dataSource: DataSource): Promise<Cast> {
  await importPlans(dataSource);
  for (const [id, kind] of ORGANISATIONS)
    await dataSource.query('INSERT INTO organisation (id, name, kind) VALUES ($1, $1, $2) ON CONFLICT DO NOTHING', [
      id,
      kind,
    ]);
  const person = (name: string, role: Role, organisation: string | null) =>
    addPerson(dataSource, name, as(role, organisation));
  return {
    implementer: await person('implementa', 'implementer', 'sepaf'),
    supporter: await person('apoya', 'implementer', 'cgiec'),
    stranger: await person('ajena', 'implementer', 'sedis'),
    counterpart: await person('contraparte', 'counterpart', 'corporativa'),
    secretariat: await person('secretariado', 'secretariat', 'stl'),
    monitor: await person('monitor', 'monitor', 'itei'),
    assessor: await person('evaluadora', 'assessor', 'petersen'),
    administrator: await person('administra', 'administrator', null),
  };
}

/** A clock that a test sets. */
export interface Clock {
  day: string;
}

export function dependenciesAt(platform: Platform, clock: Clock): TrackingDependencies {
  return {
    dataSource: platform.dataSource,
    settings: platform.settings,
    now: () => new Date(`${clock.day}T18:00:00Z`),
  };
}

/** What an action did. @throws when it was refused, with the refusal */
export async function done<Done extends object>(outcome: Promise<Outcome<Done>>): Promise<Done> {
  const told = await outcome;
  if (!told.ok) throw new Error(JSON.stringify(told.refusal));
  return told;
}

/** The code of a refusal; `ok` where there was none. */
export async function refusalOf(outcome: Promise<Outcome>): Promise<string> {
  const told = await outcome;
  return told.ok ? 'ok' : told.refusal.code;
}

/** Who implements c7, and a milestone of it due on 30 June 2026. */
export async function addMilestone(
  tracking: TrackingDependencies,
  { secretariat }: Cast,
  title = 'Portal publicado',
): Promise<string> {
  await done(
    assignImplementers(tracking, secretariat, {
      plan: PLAN,
      commitment: 'c7',
      responsible: 'sepaf',
      support: ['cgiec'],
      reason: 'Oficio 12/2026',
    }),
  );
  const milestone = { plan: PLAN, commitment: 'c7', title, originalDue: '2026-06-30' };
  return (await done(recordMilestone(tracking, secretariat, milestone))).id;
}
