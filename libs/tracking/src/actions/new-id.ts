import { randomBytes } from 'node:crypto';

/** An id of its own for what people record, of the form that seeds have. */
export function newId(prefix: string): string {
  return `${prefix}-${randomBytes(6).toString('hex')}`;
}
