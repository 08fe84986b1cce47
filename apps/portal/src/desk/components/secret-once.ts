import { html } from '../../html.js';
import type { Html } from '../../html.js';
import type { DeskLocale } from '../desk-locale.js';

/** Something that is shown once and never again: a key, an invitation's address. */
export function secretOnce(title: string, secret: string, hint: string, { words }: DeskLocale): Html {
  return html`<div class="secret" role="status"><p><strong>${title}</strong></p>
<p><span class="code" data-copy="${words.process.copy}" data-copied="${words.process.copied}">${secret}</span></p>
<p class="hint">${hint}</p></div>`;
}
