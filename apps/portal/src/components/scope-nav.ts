import { fillText } from '../fill.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { pathIn } from '../links.js';
import type { Locale } from '../locale.js';

const SCOPES = [
  ['processes', '/procesos'],
  ['items', '/partidas'],
  ['suppliers', '/proveedores'],
  ['buyers', '/compradores'],
] as const;

export type Scope = (typeof SCOPES)[number][0];

/** The same words, searched among something else. */
export function scopeNav(current: Scope, query: string, { words, language }: Locale): Html | false {
  if (query === '') return false;
  const { scopes } = words.search;
  const asked = `?q=${encodeURIComponent(query.toWellFormed())}`;
  return html`<nav class="scopes" aria-label="${fillText(scopes.label, { query })}"><ul>
${SCOPES.map(([name, path]) =>
  name === current
    ? html`<li><strong aria-current="page">${scopes[name]}</strong></li>
`
    : html`<li><a href="${pathIn(language, path + asked)}">${scopes[name]}</a></li>
`,
)}</ul></nav>`;
}
