import { html } from '../html.js';
import type { Child, Html } from '../html.js';

/** Something to know before reading on. `title` is said in bold, so that the tone does not rest on colour. */
export function notice(title: string, body: Child, label: string): Html {
  return html`<aside class="notice" aria-label="${label}"><p><strong>${title}</strong> ${body}</p></aside>`;
}

/** What is not there, in words. */
export function missing(text: string): Html {
  return html`<p class="missing">${text}</p>`;
}
