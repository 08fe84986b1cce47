import { fill, fillText } from '../fill.js';
import { frame } from '../frame.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { localeOf } from '../locale.js';
import type { SiteView } from '../views.js';
import { DESK_PATH, SIGN_IN_PATH } from './ask-to-sign-in.js';
import { entryFault, entryField } from './entry-field.js';
import { entryWords, type EntryWording } from './entry-words.js';

/** What the page for choosing a password is told. */
export interface PasswordView {
  readonly site: SiteView;
  readonly purpose: 'invitation' | 'reset' | 'change';
  readonly name: string;
  readonly email: string;
  /** Where the form goes. */
  readonly action: string;
  /** Of who is signed in. */
  readonly csrf?: string;
  /** Why the last try was not taken, in words. */
  readonly fault?: string;
}

/** Where a password is chosen: by an invitation, after a reset, or by who is signed in. */
export function passwordPage(view: PasswordView): string {
  const words = entryWords(view.site.language);
  return framed(view.site, words.password[`${view.purpose}Title`], content(view, words));
}

/** In place of the form, when its link no longer works. */
export function spentLinkPage(site: SiteView): string {
  const { spent } = entryWords(site.language);
  const body = html`<div class="opening entry">
<h1>${spent.title}</h1>
<p class="lede">${spent.lede}</p>
<p><a href="${SIGN_IN_PATH}">${spent.signIn}</a></p>
</div>`;
  return framed(site, spent.title, body);
}

function framed(site: SiteView, page: string, body: Html): string {
  const { words } = localeOf(site.language);
  const title = fillText(words.site.title, { page, site: words.site.name });
  return frame(site, { title, unlisted: true, ownSearch: true }, body);
}

function content(view: PasswordView, words: EntryWording): Html {
  const { password } = words;
  const { purpose, name, email, action, csrf, fault } = view;
  const changing = purpose === 'change';
  return html`<div class="opening entry">
<h1>${password[`${purpose}Title`]}</h1>
<p class="lede">${changing ? password.consequence : fill(password.welcome, { name, email })}</p>
${entryFault(fault, words.fault)}
<form method="post" action="${action}">
${csrf !== undefined && html`<input type="hidden" name="_csrf" value="${csrf}">`}
<input type="email" name="correo" value="${email}" autocomplete="username" readonly hidden>
${changing && entryField({ name: 'actual', label: password.current, type: 'password', autocomplete: 'current-password' })}
${entryField({ name: 'clave', label: password.next, type: 'password', autocomplete: 'new-password', hint: password.hint })}
${entryField({ name: 'repetida', label: password.again, type: 'password', autocomplete: 'new-password' })}
<button type="submit">${changing ? password.change : password.submit}</button>
</form>
${changing && html`<p><a href="${DESK_PATH}">${password.back}</a></p>`}
</div>`;
}
