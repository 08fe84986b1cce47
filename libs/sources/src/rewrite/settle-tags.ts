import { deriveTags, type JsonObject } from '#ocds';
import type { Note } from './rewrite-change.js';

/**
 * Adds the tags of the stages that a release has data of beyond the furthest it is tagged with: a tool may call every
 * release `tender`, payments and all. Earlier stages get none: a release may repeat what others told of them.
 * A compiled release, and one without a tag of a stage, stay as they are.
 */
export function settleTags(release: JsonObject, note: Note): JsonObject {
  const { tag: before } = release;
  if (!Array.isArray(before) || before.includes('compiled')) return release;
  const furthest = ORDER.findLastIndex((stage) => before.some((tag) => String(tag).startsWith(stage)));
  if (furthest < 0) return release;
  const missing = deriveTags(release).filter((stage) => ORDER.indexOf(stage) > furthest);
  if (missing.length === 0) return release;
  const after = [...before, ...missing];
  note({ pointer: '/tag', rule: 'tag-from-content', before, after, message: messageOf(missing) });
  return { ...release, tag: after };
}

/** Update and ending tags begin with their stage. */
const ORDER: readonly string[] = ['planning', 'tender', 'award', 'contract', 'implementation'];

function messageOf(stages: readonly string[]) {
  const list = stages.join(', ');
  return {
    es: `La publicación trae datos de etapas que su etiqueta no decía: ${list}.`,
    en: `The release has data of stages that its tag did not tell: ${list}.`,
  };
}
