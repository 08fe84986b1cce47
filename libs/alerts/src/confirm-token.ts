import { createHash, randomBytes } from 'node:crypto';

/** 256 bits nobody can guess; only the hash is stored. */
export function newConfirmToken(): string {
  return randomBytes(32).toString('base64url');
}

/** @returns undefined for what cannot be a token. */
export function hashConfirmToken(token: string): Buffer | undefined {
  return /^[A-Za-z0-9_-]{43}$/.test(token) ? createHash('sha256').update(token).digest() : undefined;
}
