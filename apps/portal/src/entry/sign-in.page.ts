import { notice } from '../components/notice.js';
import { fillText, pluralOf } from '../fill.js';
import { frame } from '../frame.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { localeOf } from '../locale.js';
import type { SiteView } from '../views.js';
import { SIGN_IN_PATH } from './ask-to-sign-in.js';
import { entryFault, entryField } from './entry-field.js';
import { entryWords, type EntryWording } from './entry-words.js';

/** What the sign-in page is told. */
export interface SignInView {
  readonly site: SiteView;
  readonly email?: string;
  /** Where to go afterwards. */
  readonly returnTo: string;
  readonly fault?: 'refused' | 'busy' | { readonly waitSeconds: number };
  /** The browser will not keep the session at this address. */
  readonly insecure: boolean;
}

/** Where e-mail and password are asked for. */
export function signInPage(view: SignInView): string {
  const words = entryWords(view.site.language);
  const title = fillText(localeOf(view.site.language).words.site.title, {
    page: words.signIn.title,
    site: localeOf(view.site.language).words.site.name,
  });
  return frame(view.site, { title, unlisted: true, ownSearch: true }, content(view, words));
}

function content({ email, returnTo, fault, insecure }: SignInView, words: EntryWording): Html {
  const { signIn } = words;
  return html`<div class="opening entry">
<h1>${signIn.title}</h1>
<p class="lede">${signIn.lede}</p>
${insecure && notice(signIn.insecureTitle, signIn.insecure, signIn.insecureTitle)}
${entryFault(fault && faultText(fault, words), words.fault)}
<form method="post" action="${SIGN_IN_PATH}">
<input type="hidden" name="volver" value="${returnTo}">
${entryField({ name: 'correo', label: signIn.email, type: 'email', autocomplete: 'username', value: email })}
${entryField({ name: 'clave', label: signIn.password, type: 'password', autocomplete: 'current-password' })}
<button type="submit">${signIn.submit}</button>
</form>
<p class="hint">${signIn.help}</p>
</div>`;
}

function faultText(fault: NonNullable<SignInView['fault']>, { signIn }: EntryWording): string {
  if (typeof fault === 'string') return signIn[fault];
  const minutes = Math.ceil(fault.waitSeconds / 60);
  return fillText(pluralOf(signIn.wait, minutes), { n: minutes });
}
