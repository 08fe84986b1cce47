import { createHash } from 'node:crypto';

export interface LinkKey {
  readonly href: string;
  readonly host: string;
  /** SHA-256 of `href`: addresses may be longer than an index takes. */
  readonly hash: Buffer;
}

const MOST_LETTERS = 2_000;

/** By what a link is known; undefined for what is no address of the web, or is too long to be asked. */
export function linkKey(text: string): LinkKey | undefined {
  if (text.length > MOST_LETTERS || !URL.canParse(text)) return undefined;
  const { href, host, protocol, username, password } = new URL(text);
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '' || href.includes('\0')) return undefined;
  return { href, host, hash: createHash('sha256').update(href).digest() };
}
