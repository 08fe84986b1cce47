import { UsageError } from './usage-error.js';

/** Whose purchases a spreadsheet tells, for the formats whose rows do not say it. */
export const BUYER_OPTIONS = {
  'buyer-name': { type: 'string' },
  'buyer-id': { type: 'string' },
  'buyer-scheme': { type: 'string' },
} as const;

export const BUYER_USAGE = '[--buyer-name NOMBRE [--buyer-scheme LISTA --buyer-id CLAVE]]';

interface BuyerValues {
  readonly 'buyer-name'?: string | undefined;
  readonly 'buyer-id'?: string | undefined;
  readonly 'buyer-scheme'?: string | undefined;
}

/** The body that the command line names; undefined when it names none. */
export function buyerOf(values: BuyerValues) {
  const { 'buyer-name': name, 'buyer-id': id, 'buyer-scheme': scheme } = values;
  if ((id === undefined) !== (scheme === undefined))
    throw new UsageError('--buyer-id y --buyer-scheme van juntos: la clave y la lista a la que pertenece.');
  if (name === undefined && id !== undefined) throw new UsageError('Falta --buyer-name, el nombre de esa clave.');
  if (name === undefined) return undefined;
  return { name, ...(id !== undefined && scheme !== undefined && { id, scheme }) };
}
