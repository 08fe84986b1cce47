import { html } from './html.js';
import type { Child, Html } from './html.js';

/** Wording for one and for more than one; `{n}` stands for the number. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

/** Wording with its `{holes}` filled by text or markup; an unknown hole stays visible. */
export function fill(template: string, values: Readonly<Record<string, Child>>): Html {
  return html`${piecesOf(template).map((piece) => (isHole(piece) ? valueAt(piece, values) : piece))}`;
}

/** Wording with its `{holes}` filled, as plain text (for titles and attributes). */
export function fillText(template: string, values: Readonly<Record<string, string | number>>): string {
  return piecesOf(template)
    .map((piece) => (isHole(piece) ? String(valueAt(piece, values)) : piece))
    .join('');
}

/** The form of the wording that goes with a number (Spanish and English agree on when to say "one"). */
export function pluralOf(plural: Plural, n: number): string {
  return n === 1 ? plural.one : plural.other;
}

function piecesOf(template: string): readonly string[] {
  return template.split(/(\{[a-zA-Z]+\})/);
}

function isHole(piece: string): boolean {
  return piece.startsWith('{');
}

function valueAt<T>(hole: string, values: Readonly<Record<string, T>>): T | string {
  const name = hole.slice(1, -1);
  return Object.hasOwn(values, name) ? (values[name] ?? '') : hole;
}
