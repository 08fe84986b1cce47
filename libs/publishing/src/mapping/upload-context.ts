import type { Publisher } from '#database';
import { stableHash } from '#ocds';
import { type Body, type MappingContext, normaliseNumber } from '#sources';

/** What an upload says beside its file. */
export interface UploadContext {
  readonly context: MappingContext;
  /** Tells the numbers of a body apart from those of the others that publish under one prefix. */
  readonly scope: string | undefined;
}

/**
 * Whose purchases a file tells: the body that the upload names, else the publisher itself. The numbers of a body that is
 * not the publisher get its own number before them, since each body counts from one.
 *
 * @param now of the taking in; dates may reach into the next year
 */
export function uploadContext(publisher: Publisher, named: Body | undefined, now: Date): UploadContext {
  const own = bodyOf(publisher);
  const buyer = named ?? own;
  const isOther = named !== undefined && (named.id ?? named.name) !== (named.id === undefined ? own.name : own.id);
  return {
    context: { buyer, latestYear: now.getUTCFullYear() + 1 },
    scope: isOther ? scopeOf(named) : undefined,
  };
}

function bodyOf({ name, scheme, uid, uri }: Publisher): Body {
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

function scopeOf({ id, name }: Body): string {
  return id === undefined ? stableHash(normaliseNumber(name)).slice(0, 8).toUpperCase() : normaliseNumber(id);
}
