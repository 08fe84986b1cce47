import type { DataSource } from 'typeorm';
import { type Actor, type Membership, type Role, openSession, csrfOf } from '#access';

/** Two organisations that know nothing of each other. */
export async function addTwoOrganisations(dataSource: DataSource): Promise<void> {
  await dataSource.query(`INSERT INTO publisher (id, name, ocid_prefix) VALUES
    ('salud', 'Secretaría de Salud', 'ocds-aaaaaa'), ('educacion', 'Secretaría de Educación', 'ocds-bbbbbb')`);
}

/** An account that holds the given roles; without a password, since most tests sign in by opening a session. */
export async function addPerson(dataSource: DataSource, name: string, ...memberships: Membership[]): Promise<Actor> {
  const email = `${name}@example.org`;
  const [{ id }] = (await dataSource.query(
    `INSERT INTO account (email, name, created_by) VALUES ($1, $2, 'system:test') RETURNING id`,
    [email, name],
  )) as [{ id: string }];
  for (const { role, organisationId } of memberships)
    await dataSource.query('INSERT INTO membership (account_id, role, organisation_id) VALUES ($1, $2, $3)', [
      id,
      role,
      organisationId,
    ]);
  return { kind: 'account', id, name, email, memberships };
}

/** What a browser of that person sends. */
export interface Browser {
  readonly cookie: string;
  readonly csrf: string;
}

export async function signedIn(dataSource: DataSource, actor: Actor): Promise<Browser> {
  const token = await openSession(dataSource.manager, actor.id);
  return { cookie: `__Host-c7=${token}`, csrf: csrfOf(token) };
}

export const as = (role: Role, organisationId: string | null): Membership => ({ role, organisationId });
