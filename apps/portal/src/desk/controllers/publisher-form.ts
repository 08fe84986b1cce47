import type { EntityManager } from 'typeorm';
import { fillText } from '../../fill.js';
import type { DeskLocale } from '../desk-locale.js';
import type { FieldError } from '../views/desk.view.js';
import { PUBLISHER_COLUMNS } from '../views-from-store/load-publisher.js';
import { faultsOf, type FormValues, textOf } from './form-body.js';

export const OCID_PREFIX = /^ocds-[a-z0-9]{6}$/;
const ADDRESS = /^https?:\/\/[^\s/]+\S*$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is wrong with the settings of a publisher. */
export function publisherFaults(values: FormValues, { desk }: DeskLocale): readonly FieldError[] {
  const { faults: words } = desk.form;
  const at = (name: string) => textOf(values, name);
  const address = (name: string) => [name, at(name) !== '' && !ADDRESS.test(at(name)), words.url] as const;
  const missing = fillText(words.required, { label: desk.publisher.fields.name });
  return faultsOf([
    ['name', at('name') === '', missing],
    ['ocidPrefix', values['ocidPrefix'] !== undefined && !OCID_PREFIX.test(at('ocidPrefix')), words.prefix],
    address('uri'),
    [
      'policy',
      !['hold', 'publish-marked'].includes(at('policy')),
      fillText(words.choose, { label: desk.publisher.policy }),
    ],
    [
      'corrections',
      !['direct', 'review'].includes(at('corrections')),
      fillText(words.choose, { label: desk.publisher.corrections }),
    ],
    address('license'),
    address('publicationPolicy'),
    ['contactEmail', at('contactEmail') !== '' && !EMAIL.test(at('contactEmail')), words.email],
  ]);
}

/**
 * Stores the settings that the form brought; an empty field takes the setting away.
 *
 * @returns the names of the settings that changed.
 */
export async function savePublisher(
  manager: EntityManager,
  id: string,
  values: FormValues,
  before: FormValues,
): Promise<readonly string[]> {
  const given = Object.entries(PUBLISHER_COLUMNS).filter(([name]) => values[name] !== undefined);
  const changed = given.filter(([name]) => textOf(values, name) !== textOf(before, name));
  if (changed.length === 0) return [];
  const sets = changed.map(([, column], index) => `${column} = $${index + 2}`).join(', ');
  const told = changed.map(([name]) => textOf(values, name) || null);
  await manager.query(`UPDATE publisher SET ${sets} WHERE id = $1`, [id, ...told]);
  return changed.map(([name]) => name);
}
