import type { EntityManager } from 'typeorm';
import { type AccountRow, findAccount, listAccounts, listOrganisations } from '#access';
import type { OrganisationLine, UserLine } from '../views/administration.view.js';

/** The accounts that the reader may see. */
export async function loadUsers(manager: EntityManager): Promise<readonly UserLine[]> {
  const [accounts, names] = [await listAccounts(manager), await namesOf(manager)];
  const invited = await invitedOf(manager);
  return accounts.map((account) => userLine(account, names, invited));
}

/** One of them; none that the reader may not see. */
export async function loadUser(manager: EntityManager, id: string): Promise<UserLine | undefined> {
  const account = await findAccount(manager, id);
  return account && userLine(account, await namesOf(manager), await invitedOf(manager));
}

/** Every organisation, with how many accounts the reader sees there. */
export async function loadOrganisations(manager: EntityManager): Promise<readonly OrganisationLine[]> {
  return (await manager.query(
    `SELECT o.id, o.name, o.kind, EXISTS (SELECT FROM publisher p WHERE p.id = o.id) AS publishes,
            (SELECT count(DISTINCT m.account_id)::int FROM membership m WHERE m.organisation_id = o.id) AS people
       FROM organisation o ORDER BY lower(o.name), o.id`,
  )) as OrganisationLine[];
}

type Names = ReadonlyMap<string, string>;

async function namesOf(manager: EntityManager): Promise<Names> {
  return new Map((await listOrganisations(manager)).map(({ id, name }) => [id, name]));
}

/** Accounts whose owner has not chosen a password yet: an invitation of theirs is open. */
async function invitedOf(manager: EntityManager): Promise<ReadonlySet<string>> {
  const rows = (await manager.query(
    `SELECT account_id AS id FROM account_link WHERE purpose = 'invitation' AND expires_at > now()`,
  )) as { id: string }[];
  return new Set(rows.map(({ id }) => id));
}

function userLine(account: AccountRow, names: Names, invited: ReadonlySet<string>): UserLine {
  const { id, name, email, disabledAt, memberships } = account;
  const roles = memberships.map(({ role, organisationId }) => ({
    role,
    ...(organisationId !== null && { organisationId, organisation: names.get(organisationId) ?? organisationId }),
  }));
  const state = disabledAt !== null ? 'disabled' : invited.has(id) ? 'invited' : 'active';
  return { id, name, email, roles, state };
}
