import { createHash, createHmac, randomBytes } from 'node:crypto';

const BYTES = 32;

/** 256 bits nobody can guess, as text that fits an address, a cookie and a header. */
export function newSecret(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** Whether a text has the form of `newSecret`: anything else need not be looked up. */
export function isSecret(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** What is stored of a secret. It is random and long, so that one pass is enough. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** A value that only who has the secret can compute, and that does not give the secret away. */
export function deriveFrom(secret: string | Buffer, purpose: string): Buffer {
  return createHmac('sha256', secret).update(purpose).digest();
}
