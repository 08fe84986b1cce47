import type { Actor } from '#access';
import type { NewConnector } from '#connectors';

/**
 * Whether an actor may have the platform read from there. A folder of this machine, an SFTP server or a secret of the
 * environment reach what belongs to the operator, or to another organisation: those are for whoever administers the
 * platform. What is left, an address without a secret, anybody could read.
 */
export function mayUse(
  { memberships }: Pick<Actor, 'memberships'>,
  { kind, config }: Pick<NewConnector, 'kind' | 'config'>,
): boolean {
  const overPlatform = memberships.some(
    ({ role, organisationId }) => role === 'administrator' && organisationId === null,
  );
  const reachesIn = kind === 'folder' || kind === 'sftp' || Object.keys(config).some((name) => name.endsWith('Env'));
  return overPlatform || !reachesIn;
}
