const markup: unique symbol = Symbol('markup');

/** A piece of finished markup. Only `html` and `raw` make one, so data can never pass for it. */
export interface Html {
  readonly [markup]: string;
}

/** What may stand between the quotes of an `html` template. `null`, `undefined` and `false` render as nothing. */
export type Child = Html | string | number | false | null | undefined | readonly Child[];

/** A template with an interpolation outside quotes: escaping could not protect it. A bug, never bad data. */
export class UnquotedAttributeError extends Error {
  readonly code = 'PORTAL_UNQUOTED_ATTRIBUTE';
  readonly remedy = 'Put quotes around the interpolated attribute value.';
}

/**
 * Markup from a template: every interpolated text is escaped, every `Html` is kept, arrays are joined.
 * Attribute values must be quoted in the template; throws `UnquotedAttributeError` otherwise.
 */
export function html(strings: TemplateStringsArray, ...children: readonly Child[]): Html {
  let text = strings[0] ?? '';
  for (const [index, child] of children.entries()) {
    const before = strings[index] ?? '';
    if (before.endsWith('=')) throw new UnquotedAttributeError(`Unquoted value after: ${before.slice(-40)}`);
    text += markupOf(child) + (strings[index + 1] ?? '');
  }
  return raw(text);
}

/** Declares text to be safe markup as it stands. For our own constants only, never for data. */
export function raw(text: string): Html {
  return { [markup]: text };
}

/** The text to send. */
export function render(node: Html): string {
  return node[markup];
}

function markupOf(child: Child): string {
  if (child === null || child === undefined || child === false) return '';
  if (typeof child === 'string') return escape(child);
  if (typeof child === 'number') return String(child);
  return isList(child) ? child.map(markupOf).join('') : child[markup];
}

function isList(child: Html | readonly Child[]): child is readonly Child[] {
  return Array.isArray(child);
}

const SPECIAL = /[&<>"'`]/;
const SPECIALS = /[&<>"'`]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

function escape(text: string): string {
  return SPECIAL.test(text) ? text.replaceAll(SPECIALS, (character) => ENTITIES[character] ?? '') : text;
}
