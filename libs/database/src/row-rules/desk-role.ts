import type { QueryRunner } from 'typeorm';

/** The role that signed-in work runs as: it cannot sign in, owns nothing, and passes no row rule by. */
export const DESK_ROLE = 'c7_desk';

/** The owner of the database may neither make the desk's role nor take it on. */
export class DeskRoleError extends Error {
  readonly code = 'DESK_ROLE_MISSING';
  readonly remedy: string;

  constructor(owner: string, exists: boolean) {
    super(`La cuenta «${owner}» de la base de datos no puede ${exists ? 'usar' : 'crear'} el rol «${DESK_ROLE}»`);
    const name = `"${owner.replaceAll('"', '""')}"`;
    const statement = exists ? `GRANT ${DESK_ROLE} TO ${name};` : `CREATE ROLE ${DESK_ROLE} NOLOGIN ROLE ${name};`;
    this.remedy = `Que quien administra el servidor ejecute una vez: ${statement} Y volver a intentar.`;
    this.name = 'DeskRoleError';
  }
}

/** Roles belong to the whole server: another database's migration may be making the same one at this moment. */
const CREATE = `DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${DESK_ROLE}') THEN
    CREATE ROLE ${DESK_ROLE} NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN NULL;
END $$`;

/** Who makes a role may grant it but, since PostgreSQL 16, not take it on without being a member. */
const JOIN = `DO $$ BEGIN
  BEGIN
    SET LOCAL ROLE ${DESK_ROLE};
    RESET ROLE;
  EXCEPTION WHEN insufficient_privilege THEN
    EXECUTE format('GRANT ${DESK_ROLE} TO %I', current_user);
  END;
EXCEPTION WHEN insufficient_privilege OR undefined_object OR invalid_parameter_value OR unique_violation THEN NULL;
END $$`;

const STANDING = `SELECT current_user AS owner, EXISTS (SELECT FROM pg_roles WHERE rolname = '${DESK_ROLE}') AS exists`;

/**
 * Makes the desk's role if the server does not have it, and sees that the owner can take it on.
 *
 * @throws DeskRoleError with the one statement that an administrator of the server has to run.
 */
export async function ensureDeskRole(runner: QueryRunner): Promise<void> {
  await runner.query(CREATE);
  await runner.query(JOIN);
  const [{ owner, exists }] = (await runner.query(STANDING)) as [{ owner: string; exists: boolean }];
  if (!exists || !(await canTakeOn(runner))) throw new DeskRoleError(owner, exists);
}

/** PostgreSQL 15 has no privilege of its own for it: membership is what counts. */
async function canTakeOn(runner: QueryRunner): Promise<boolean> {
  const [{ version }] = (await runner.query(`SELECT current_setting('server_version_num')::int AS version`)) as [
    { version: number },
  ];
  const privilege = version >= 160_000 ? 'SET' : 'MEMBER';
  const [{ can }] = (await runner.query(`SELECT pg_has_role('${DESK_ROLE}', '${privilege}') AS can`)) as [
    { can: boolean },
  ];
  return can;
}
