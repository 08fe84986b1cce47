import { html } from '../../html.js';
import type { Html } from '../../html.js';
import type { DeskLocale } from '../desk-locale.js';
import type { DoneCode } from '../views/desk.view.js';

/** What the last request did, said once. */
export function doneNote(code: DoneCode, { desk: words }: DeskLocale): Html {
  return html`<div class="done-note" role="status"><p><strong>${words.done.title}</strong> ${words.done[code]}</p></div>`;
}
