import type { Publisher } from '#database';
import type { Body, MappingContext } from '#sources';

/**
 * Whose purchases a file tells: the body that the upload names, else the publisher itself.
 *
 * @param now of the taking in; dates may reach into the next year
 */
export function uploadContext(publisher: Publisher, named: Body | undefined, now: Date): MappingContext {
  return { buyer: named ?? bodyOf(publisher), latestYear: now.getUTCFullYear() + 1 };
}

/** The publisher as the buyer of its own purchases. */
export function bodyOf({ name, scheme, uid, uri }: Publisher): Body {
  return {
    name,
    ...(scheme !== null && uid !== null && { scheme, id: withoutScheme(uid, scheme) }),
    ...(uri !== null && { uri }),
  };
}

/** Publishers write their uid as the state did, scheme and all. */
function withoutScheme(uid: string, scheme: string): string {
  return uid.startsWith(`${scheme}-`) ? uid.slice(scheme.length + 1) : uid;
}
