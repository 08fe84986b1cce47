import type { EntityManager } from 'typeorm';
import type { PublishersView } from '../views/administration.view.js';
import type { FormValues } from '../controllers/form-body.js';

/** What a publisher's settings are called in the form, and in the store. */
export const PUBLISHER_COLUMNS = {
  name: 'name',
  ocidPrefix: 'ocid_prefix',
  policy: 'policy',
  corrections: 'corrections',
  uri: 'uri',
  uid: 'uid',
  license: 'license',
  publicationPolicy: 'publication_policy',
  contactName: 'contact_name',
  contactEmail: 'contact_email',
  contactPhone: 'contact_phone',
} as const;

/** The publishers among some, by name. @param ids all that the reader may see where it is 'all'. */
export async function loadPublishers(
  manager: EntityManager,
  ids: 'all' | readonly string[],
): Promise<PublishersView['publishers']> {
  return (await manager.query(
    `SELECT id, name, ocid_prefix AS prefix, policy FROM publisher
      WHERE $1::text[] IS NULL OR id = ANY ($1) ORDER BY lower(name)`,
    [ids === 'all' ? null : ids],
  )) as PublishersView['publishers'];
}

export interface PublisherSettings {
  readonly values: FormValues;
  /** A process has the prefix already. */
  readonly prefixLocked: boolean;
}

const ONE = `
SELECT ${Object.entries(PUBLISHER_COLUMNS)
  .map(([name, column]) => `${column} AS "${name}"`)
  .join(', ')},
       EXISTS (SELECT FROM record r WHERE r.publisher_id = p.id) AS "prefixLocked"
  FROM publisher p WHERE id = $1`;

/** The settings of a publisher, as its form shows them; none of one that the reader may not see. */
export async function loadPublisher(manager: EntityManager, id: string): Promise<PublisherSettings | undefined> {
  const [row] = (await manager.query(ONE, [id])) as (Record<string, string | null> & { prefixLocked: boolean })[];
  if (!row) return undefined;
  const { prefixLocked, ...rest } = row;
  const values = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value ?? undefined]));
  return { values: values as FormValues, prefixLocked };
}
