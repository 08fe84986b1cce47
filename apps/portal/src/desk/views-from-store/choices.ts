import type { EntityManager } from 'typeorm';
import { type Action, type Actor, organisationsWhere } from '#access';
import { loadProfiles } from '#publishing';
import type { Choice } from '../views/desk.view.js';

/** The publishers where an actor may do something, by name. */
export async function publisherChoices(
  manager: EntityManager,
  actor: Actor,
  action: Action,
): Promise<readonly Choice[]> {
  const where = organisationsWhere(actor, action);
  return (await manager.query(
    `SELECT id AS value, name AS label FROM publisher WHERE ($1::text[] IS NULL OR id = ANY ($1)) ORDER BY lower(name)`,
    [where === 'all' ? null : where],
  )) as Choice[];
}

/** The organisations where an actor may do something, by name. */
export async function organisationChoices(
  manager: EntityManager,
  actor: Actor,
  action: Action,
): Promise<readonly Choice[]> {
  const where = organisationsWhere(actor, action);
  return (await manager.query(
    `SELECT id AS value, name AS label FROM organisation WHERE ($1::text[] IS NULL OR id = ANY ($1)) ORDER BY lower(name)`,
    [where === 'all' ? null : where],
  )) as Choice[];
}

/** The formats that files may have, by title. */
export async function profileChoices(): Promise<readonly Choice[]> {
  const profiles = (await loadProfiles()).map(({ id, title }) => ({ value: id, label: title }));
  return profiles.toSorted((a, b) => a.label.localeCompare(b.label, 'es'));
}
