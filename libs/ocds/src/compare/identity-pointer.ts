/**
 * One step of a pointer by identity: a member's name, or an item of a list, called by its id (`[id]`) or, where items
 * have none, by what it says (`~` and a hash), never by where it stands.
 */
export type Step = string | ItemStep;

export interface ItemStep {
  readonly id?: string;
  readonly content?: string;
  /** Of items that cannot be told apart, which one, from 1. */
  readonly nth?: number;
}

/** The steps as one text: a JSON Pointer (RFC 6901) whose items are `[id]`, or `~hash`; of two alike, `[id]:2`. */
export function pointerOf(steps: readonly Step[]): string {
  return steps.map((step) => `/${typeof step === 'string' ? escape(step) : itemText(step)}`).join('');
}

/** What `pointerOf` wrote, read back; undefined when it is no such pointer. The empty text is the release itself. */
export function parsePointer(pointer: string): readonly Step[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return undefined;
  const steps = pointer.slice(1).split('/').map(parseStep);
  return steps.includes('') ? undefined : steps;
}

function itemText({ id, content, nth = 1 }: ItemStep): string {
  const name = id === undefined ? `~${content}` : `[${escape(id)}]`;
  return nth === 1 ? name : `${name}:${nth}`;
}

const ITEM = /^(?:\[(?<id>.*)\]|~(?<content>[0-9a-f]{16}))(?::(?<nth>\d+))?$/s;

function parseStep(text: string): Step {
  const groups = ITEM.exec(text)?.groups;
  if (groups === undefined) return unescape(text);
  const { id, content, nth } = groups;
  return { ...(id === undefined ? { content: content! } : { id: unescape(id) }), ...(nth && { nth: Number(nth) }) };
}

function escape(text: string): string {
  return text.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescape(text: string): string {
  return text.replaceAll('~1', '/').replaceAll('~0', '~');
}
