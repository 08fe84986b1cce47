import { table } from '../../components/table.js';
import { html } from '../../html.js';
import type { Child } from '../../html.js';
import { pathIn } from '../../links.js';
import { errorSummary } from '../components/error-summary.js';
import { checkField, selectField, textField } from '../components/fields.js';
import { confirmedAction, form } from '../components/form.js';
import { instant } from '../components/instant.js';
import { pageHead } from '../components/page-head.js';
import { secretOnce } from '../components/secret-once.js';
import { stateTag } from '../components/state-tag.js';
import { deskFrame } from '../desk-frame.js';
import { deskLocaleOf, wordFor } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import type { KeyFormView, KeyLine, KeysView } from '../views/administration.view.js';

/** The keys with which programs send files. */
export function keysPage(view: KeysView): string {
  const locale = deskLocaleOf(view.site.language);
  const { keys: words } = locale.desk;
  const columns = [
    { label: words.name },
    { label: words.organisation },
    { label: words.scopes },
    { label: words.state },
    { label: words.expires, kind: 'day' as const },
    { label: words.lastUse, kind: 'day' as const },
    { label: words.action },
  ];
  const add = html`<a class="button main" href="${pathIn(locale.language, '/escritorio/llaves/nueva')}">${words.add}</a>`;
  const main = html`${pageHead({ title: words.title, lede: words.lede }, locale)}
${view.made && secretOnce(words.madeTitle, view.made.secret, words.madeHint, locale)}
<p class="desk-actions">${add}</p>
<section class="desk-part">${view.keys.length === 0 ? html`<p>${words.none}</p>` : table({ caption: words.caption, columns, rows: view.keys.map((key) => row(key, view, locale)), wide: true })}</section>`;
  return deskFrame(view, { title: words.title, section: 'llaves' }, main, locale);
}

function row(key: KeyLine, { csrf }: KeysView, locale: DeskLocale): readonly Child[] {
  const { keys: words } = locale.desk;
  const { id, name, organisation, scopes, state, expiresAt, lastUsedAt } = key;
  const tones = { active: 'settled', expired: 'quiet', revoked: 'quiet' } as const;
  const action = pathIn(locale.language, `/escritorio/llaves/${encodeURIComponent(id)}/revocar`);
  const revoke = confirmedAction({
    action,
    csrf,
    label: words.revoke,
    tone: 'warn',
    summary: words.revokeAsk,
    consequence: words.revokeConsequence,
  });
  return [
    [name, html` <span class="aside code">c7k_${id}_…</span>`],
    organisation,
    scopes.map((scope, index) => [index > 0 && html`<br>`, wordFor(words.scopeNames, scope)]),
    stateTag(words.states[state], tones[state]),
    expiresAt === undefined ? words.noExpiry : instant(expiresAt),
    lastUsedAt === undefined ? html`<span class="missing">${words.never}</span>` : instant(lastUsedAt),
    state === 'active' ? revoke : '',
  ];
}

/** A new key: for whom, for what, and until when. */
export function keyFormPage(view: KeyFormView): string {
  const locale = deskLocaleOf(view.site.language);
  const { keys: words, form: formWords } = locale.desk;
  const { form: state, csrf, organisations, scopes } = view;
  const fields = html`${textField(state, { name: 'nombre', label: words.name, hint: words.nameHint }, locale)}
${selectField(state, { name: 'organizacion', label: words.organisation, choices: organisations, none: formWords.choose }, locale)}
${checkField(state, { name: 'permisos', label: words.scopes, choices: scopes }, locale)}
${textField(state, { name: 'dias', label: words.days, hint: words.daysHint, width: 'short', figures: true }, locale)}`;
  const spec = {
    action: pathIn(locale.language, '/escritorio/llaves/nueva'),
    csrf,
    submit: words.submit,
    cancel: { href: pathIn(locale.language, '/escritorio/llaves'), label: formWords.cancel },
  };
  const back = { path: '/escritorio/llaves', label: words.title };
  const main = html`${errorSummary(state.errors, locale)}${pageHead({ title: words.newTitle, lede: words.newLede, back }, locale)}${form(spec, fields)}`;
  return deskFrame(view, { title: words.newTitle, section: 'llaves', faulty: state.errors.length > 0 }, main, locale);
}
