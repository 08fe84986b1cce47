import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DESK_ROLE, ensureDeskRole } from '../row-rules/desk-role.js';
import { deskRules, inOrganisation, overPlatform } from '../row-rules/desk-rules.js';

/** Whoever publishes is an organisation of the same id and name, however it is added. */
const ORGANISATION = `
CREATE TABLE organisation (
  id text PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('publisher', 'secretariat', 'implementer', 'monitor', 'assessor')),
  created_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO organisation (id, name, kind) SELECT id, name, 'publisher' FROM publisher;
ALTER TABLE publisher ADD CONSTRAINT publisher_is_organisation FOREIGN KEY (id) REFERENCES organisation (id);
CREATE FUNCTION publisher_is_organisation() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO organisation (id, name, kind) VALUES (NEW.id, NEW.name, 'publisher')
    ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE organisation.name <> excluded.name;
  RETURN NEW;
END $$;
CREATE TRIGGER publisher_is_organisation BEFORE INSERT OR UPDATE OF name ON publisher
  FOR EACH ROW EXECUTE FUNCTION publisher_is_organisation();
`;

/** created_by: who made the account governs it until it has a role somewhere. */
const ACCOUNT = `
CREATE TABLE account (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  email text NOT NULL,
  name text NOT NULL,
  password_hash text,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  disabled_at timestamptz
);
CREATE UNIQUE INDEX account_email ON account (lower(email));
CREATE TABLE membership (
  account_id text NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN
    ('publisher', 'reviewer', 'secretariat', 'implementer', 'monitor', 'assessor', 'administrator')),
  organisation_id text REFERENCES organisation (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE NULLS NOT DISTINCT (account_id, role, organisation_id),
  CHECK (organisation_id IS NOT NULL OR role IN ('administrator', 'monitor', 'secretariat'))
);
CREATE TABLE account_link (
  hash bytea PRIMARY KEY,
  account_id text NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('invitation', 'reset')),
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX account_link_account ON account_link (account_id);
`;

/** A session ends with the password or the roles it began with, whoever changes them. */
const SESSION = `
CREATE TABLE session (
  hash bytea PRIMARY KEY,
  account_id text NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX session_account ON session (account_id);
CREATE FUNCTION end_sessions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_TABLE_NAME = 'account' THEN
    DELETE FROM session WHERE account_id = NEW.id;
    DELETE FROM account_link WHERE account_id = NEW.id;
  ELSE
    DELETE FROM session WHERE account_id = coalesce(NEW.account_id, OLD.account_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER end_sessions AFTER INSERT OR UPDATE OR DELETE ON membership FOR EACH ROW EXECUTE FUNCTION end_sessions();
CREATE TRIGGER end_sessions AFTER UPDATE OF password_hash, disabled_at ON account
  FOR EACH ROW WHEN (OLD.password_hash IS DISTINCT FROM NEW.password_hash OR OLD.disabled_at IS DISTINCT FROM NEW.disabled_at)
  EXECUTE FUNCTION end_sessions();
`;

/** subject: a keyed hash of an e-mail or of an address, so that the table tells nobody who tried, or from where. */
const SIGN_IN_FAILURE = `
CREATE TABLE sign_in_failure (
  subject bytea PRIMARY KEY,
  failures integer NOT NULL,
  failed_at timestamptz NOT NULL DEFAULT now(),
  blocked_until timestamptz
);
INSERT INTO secret VALUES ('access', uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
`;

const API_KEY = `
CREATE TABLE api_key (
  id text PRIMARY KEY,
  secret_hash bytea NOT NULL,
  name text NOT NULL,
  organisation_id text NOT NULL REFERENCES organisation (id),
  scopes text[] NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  last_used_at timestamptz
);
CREATE INDEX api_key_organisation ON api_key (organisation_id);
`;

/** Who did what. Nobody changes it afterwards, the owner of the database neither. */
const AUDIT = `
CREATE TABLE audit_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor_kind text NOT NULL CHECK (actor_kind IN ('account', 'key', 'system')),
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  organisation_id text,
  action text NOT NULL,
  subject text NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}',
  request_id text
);
CREATE INDEX audit_event_organisation ON audit_event (organisation_id, id DESC);
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_event only grows' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
`;

/**
 * Who is at work is said by the setting c7.actor; what that actor holds is read here, from the tables, so that a setting
 * can at most name an actor, never a role. A key works as a publisher of its organisation.
 */
const FUNCTIONS = `
CREATE FUNCTION desk_memberships() RETURNS TABLE (role text, organisation_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT m.role, m.organisation_id FROM membership m JOIN account a ON a.id = m.account_id
   WHERE a.id = substring(current_setting('c7.actor', true) FROM '^account:(.+)$') AND a.disabled_at IS NULL
  UNION ALL
  SELECT 'publisher', k.organisation_id FROM api_key k
   WHERE k.id = substring(current_setting('c7.actor', true) FROM '^key:(.+)$')
     AND k.revoked_at IS NULL AND k.expires_at > now()
$$;
CREATE FUNCTION desk_organisations(roles text[]) RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(DISTINCT o.id), '{}') FROM desk_memberships() m
    JOIN organisation o ON m.organisation_id IS NULL OR m.organisation_id = o.id
   WHERE roles IS NULL OR m.role = ANY (roles)
$$;
CREATE FUNCTION desk_over_platform(roles text[]) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM desk_memberships() m
   WHERE m.organisation_id IS NULL AND (roles IS NULL OR m.role = ANY (roles)))
$$;
CREATE FUNCTION desk_is(kind text, id text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('c7.actor', true) = kind || ':' || id, false)
$$;
CREATE FUNCTION desk_sees_account(account text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT desk_is('account', account) OR desk_over_platform(ARRAY['administrator'])
    OR EXISTS (SELECT FROM membership m
        WHERE m.account_id = account AND m.organisation_id = ANY (desk_organisations(ARRAY['administrator'])))
    OR EXISTS (SELECT FROM account a WHERE a.id = account AND a.created_by = current_setting('c7.actor', true))
$$;
CREATE FUNCTION desk_governs_account(account text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT desk_over_platform(ARRAY['administrator']) OR (
    desk_organisations(ARRAY['administrator']) <> '{}'
    AND NOT EXISTS (SELECT FROM membership m WHERE m.account_id = account
          AND (m.organisation_id IS NULL OR m.organisation_id <> ALL (desk_organisations(ARRAY['administrator']))))
    AND (EXISTS (SELECT FROM membership m WHERE m.account_id = account)
      OR EXISTS (SELECT FROM account a WHERE a.id = account AND a.created_by = current_setting('c7.actor', true))))
$$;
REVOKE EXECUTE ON FUNCTION desk_memberships(), desk_organisations(text[]), desk_over_platform(text[]),
  desk_sees_account(text), desk_governs_account(text), end_sessions() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk_organisations(text[]), desk_over_platform(text[]), desk_sees_account(text),
  desk_governs_account(text) TO ${DESK_ROLE};
`;

/** An administrator of one organisation governs an account only while all its roles are in that organisation. */
const RULES = [
  deskRules('organisation', {
    read: 'true',
    add: overPlatform('administrator'),
    change: overPlatform('administrator'),
  }),
  deskRules('account', {
    read: 'desk_sees_account(id)',
    add: `created_by = current_setting('c7.actor', true) AND (SELECT desk_organisations(ARRAY['administrator'])) <> '{}'`,
    change: 'desk_governs_account(id)',
    columns: {
      read: ['id', 'email', 'name', 'created_by', 'created_at', 'disabled_at'],
      add: ['id', 'email', 'name', 'created_by'],
      change: ['name', 'disabled_at'],
    },
  }),
  deskRules('membership', {
    read: `desk_is('account', account_id) OR desk_governs_account(account_id) OR ${inOrganisation('organisation_id', 'administrator')}`,
    add: membershipChange(),
    remove: membershipChange(),
  }),
  deskRules('account_link', {
    read: 'desk_governs_account(account_id)',
    add: 'desk_governs_account(account_id)',
    remove: 'desk_governs_account(account_id)',
    columns: { read: ['account_id', 'purpose', 'expires_at', 'created_at'] },
  }),
  deskRules('api_key', {
    read: inOrganisation('organisation_id', 'administrator'),
    add: inOrganisation('organisation_id', 'administrator'),
    change: inOrganisation('organisation_id', 'administrator'),
    columns: {
      read: [
        'id',
        'name',
        'organisation_id',
        'scopes',
        'created_by',
        'created_at',
        'expires_at',
        'revoked_at',
        'last_used_at',
      ],
      change: ['revoked_at'],
    },
  }),
  deskRules('audit_event', {
    read: `${inOrganisation('organisation_id', 'administrator', 'secretariat')} OR ${overPlatform('administrator')}`,
    add: 'desk_is(actor_kind, actor_id)',
  }),
  // Nothing of these is the desk's: sessions and failures are read before anybody is known.
  deskRules('session', {}),
  deskRules('sign_in_failure', {}),
  deskRules('secret', {}),
];

function membershipChange(): string {
  return `desk_governs_account(account_id) AND (${overPlatform('administrator')} OR ${inOrganisation('organisation_id', 'administrator')})`;
}

export class CreateAccess1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ensureDeskRole(runner);
    for (const part of [ORGANISATION, ACCOUNT, SESSION, SIGN_IN_FAILURE, API_KEY, AUDIT, FUNCTIONS, ...RULES])
      await runner.query(part);
  }

  /** The role stays: it belongs to the server, and other databases may use it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE publisher DROP CONSTRAINT publisher_is_organisation;
      DROP TRIGGER publisher_is_organisation ON publisher;
      ALTER TABLE secret DISABLE ROW LEVEL SECURITY;
      DELETE FROM secret WHERE name = 'access';
      DROP TABLE audit_event, api_key, sign_in_failure, session, account_link, membership, account, organisation;
      DROP FUNCTION publisher_is_organisation(), end_sessions(), refuse_audit_change(), desk_governs_account(text),
        desk_sees_account(text), desk_is(text, text), desk_over_platform(text[]), desk_organisations(text[]),
        desk_memberships();`);
  }
}
