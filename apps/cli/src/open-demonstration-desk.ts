import { addAccount, COMMAND_LINE, makeLink } from '#access';
import type { OpenPlatform } from '#publishing';

const EMAIL = 'administracion@demostracion.example';

/**
 * On a new embedded store that has no accounts, makes one that may do everything with the demonstration data, so that
 * who tries the product gets into the desk.
 *
 * @returns the address at which its password is chosen, once; undefined where there are accounts, or the store is a
 *   server of one's own: there the operator says who gets in.
 */
export async function openDemonstrationDesk({ platform, embedded }: OpenPlatform): Promise<string | undefined> {
  if (!embedded) return undefined;
  return platform.dataSource.transaction(async (manager) => {
    const [{ isNew }] = (await manager.query('SELECT NOT EXISTS (SELECT FROM account) AS "isNew"')) as [
      { isNew: boolean },
    ];
    if (!isNew) return undefined;
    const id = await addAccount(manager, COMMAND_LINE, {
      email: EMAIL,
      name: 'Administración de la demostración',
      memberships: [
        { role: 'administrator', organisationId: null },
        { role: 'publisher', organisationId: 'demo' },
        { role: 'reviewer', organisationId: 'demo' },
      ],
    });
    return `${platform.publicUrl}/escritorio/invitacion/${await makeLink(manager, id, 'invitation')}`;
  });
}
