import { html } from '../html.js';
import type { Html } from '../html.js';

/** A field of the forms before the desk. `name` is also its id. */
export interface EntryField {
  readonly name: string;
  readonly label: string;
  readonly type: 'email' | 'password';
  readonly autocomplete: 'username' | 'current-password' | 'new-password';
  readonly value?: string | undefined;
  readonly hint?: string;
  /** Shown for the password manager, not to be changed. */
  readonly fixed?: boolean;
}

/** One labelled line to type. Passwords are never sent back to the page. */
export function entryField({ name, label, type, autocomplete, value, hint, fixed }: EntryField): Html {
  return html`<div class="entry-field">
<label for="${name}">${label}</label>
${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
<input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false" required${fixed && html` readonly`}${hint !== undefined && html` aria-describedby="${name}-hint"`}>
</div>`;
}

/** What went wrong, before the form, read out when the page opens. */
export function entryFault(fault: string | undefined, label: string): Html | false {
  return fault !== undefined && html`<div class="notice" role="alert"><p><strong>${label}</strong> ${fault}</p></div>`;
}
