/** Civil-society counterparts review. A key works as organisations of its kind do, where it has a scope for it. */
export const COUNTERPART = `
ALTER TABLE organisation DROP CONSTRAINT organisation_kind_check, ADD CONSTRAINT organisation_kind_check
  CHECK (kind IN ('publisher', 'secretariat', 'implementer', 'monitor', 'assessor', 'counterpart'));
ALTER TABLE membership DROP CONSTRAINT membership_role_check, ADD CONSTRAINT membership_role_check CHECK (role IN
  ('publisher', 'reviewer', 'secretariat', 'implementer', 'monitor', 'assessor', 'counterpart', 'administrator'));
CREATE OR REPLACE FUNCTION desk_memberships() RETURNS TABLE (role text, organisation_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT m.role, m.organisation_id FROM membership m JOIN account a ON a.id = m.account_id
   WHERE a.id = substring(current_setting('c7.actor', true) FROM '^account:(.+)$') AND a.disabled_at IS NULL
  UNION ALL
  SELECT r.role, k.organisation_id FROM api_key k JOIN organisation o ON o.id = k.organisation_id
   CROSS JOIN LATERAL (VALUES ('publisher'), (CASE o.kind WHEN 'publisher' THEN 'implementer' ELSE o.kind END)) r (role)
   WHERE k.id = substring(current_setting('c7.actor', true) FROM '^key:(.+)$')
     AND k.revoked_at IS NULL AND k.expires_at > now()
     AND (r.role = 'publisher' OR EXISTS (SELECT FROM unnest(k.scopes) s WHERE s LIKE 'tracker:%'))
$$;
`;
