import { html } from '../html.js';
import type { Html } from '../html.js';
import type { Locale } from '../locale.js';
import { maskIdentifier } from '../privacy/mask-identifier.js';
import type { SnippetPart } from '../views.js';

/** Why a row matched, with the words that did. A snippet that holds a personal identifier loses its marks with it. */
export function snippet(parts: readonly SnippetPart[], { words }: Locale): Html {
  const text = parts.map((part) => part.text).join('');
  const safe = maskIdentifier(text, words.mask);
  const shown = safe === text ? parts.map((part) => (part.hit ? html`<mark>${part.text}</mark>` : part.text)) : safe;
  return html`<p class="snippet">${words.search.match}${shown}</p>`;
}

/** Cuts a headline of the search engine at the marks it was told to set around hits. */
export function splitSnippet(headline: string, start: string, end: string): readonly SnippetPart[] {
  return headline.split(start).flatMap((piece, index) => {
    if (index === 0) return textPart(piece, false);
    const [hit = '', ...rest] = piece.split(end);
    return [...textPart(hit, true), ...textPart(rest.join(end), false)];
  });
}

function textPart(text: string, hit: boolean): readonly SnippetPart[] {
  return text === '' ? [] : [{ text, hit }];
}
