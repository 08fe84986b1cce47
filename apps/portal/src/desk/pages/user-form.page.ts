import { fill } from '../../fill.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { pathIn } from '../../links.js';
import { errorSummary } from '../components/error-summary.js';
import { selectField, textField } from '../components/fields.js';
import { actionForm, confirmedAction, form } from '../components/form.js';
import { pageHead } from '../components/page-head.js';
import { secretOnce } from '../components/secret-once.js';
import { summaryList } from '../components/summary-list.js';
import { deskFrame } from '../desk-frame.js';
import { deskLocaleOf, wordFor } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import type { UserFormView, UserLine } from '../views/administration.view.js';
import { rolesInWords, userPath, userState } from './users.page.js';

/** Invites somebody, or changes what an account may do. */
export function userFormPage(view: UserFormView): string {
  const locale = deskLocaleOf(view.site.language);
  const { users: words } = locale.desk;
  const { user, form: state } = view;
  const title = user?.name ?? words.newTitle;
  const back = { path: '/escritorio/usuarios', label: words.title };
  const lede = user === undefined && words.newLede;
  const main = html`${errorSummary(state.errors, locale)}${pageHead({ title, lede, back }, locale)}
${view.link !== undefined && secretOnce(words.linkTitle, view.link, words.linkHint, locale)}
${user === undefined ? inviteForm(view, locale) : account(view, user, locale)}`;
  return deskFrame(view, { title, section: 'usuarios', faulty: state.errors.length > 0 }, main, locale);
}

function inviteForm(view: UserFormView, locale: DeskLocale): Html {
  const { users: words, form: formWords } = locale.desk;
  const { form: state, csrf } = view;
  const fields = html`${textField(state, { name: 'nombre', label: words.name, autocomplete: 'off' }, locale)}
${textField(state, { name: 'correo', label: words.email, kind: 'email', hint: words.emailHint }, locale)}
${roleFields(view, locale)}`;
  const cancel = { href: pathIn(locale.language, '/escritorio/usuarios'), label: formWords.cancel };
  return form(
    { action: pathIn(locale.language, '/escritorio/usuarios/nuevo'), csrf, submit: words.invite, cancel },
    fields,
  );
}

function roleFields({ form: state, roles, organisations }: UserFormView, locale: DeskLocale): Html {
  const { users: words, form: formWords } = locale.desk;
  return html`${selectField(state, { name: 'papel', label: words.role, choices: roles, none: formWords.choose }, locale)}
${selectField(state, { name: 'organizacion', label: words.organisation, hint: words.organisationHint, choices: organisations, none: words.everywhere }, locale)}`;
}

function account(view: UserFormView, user: UserLine, locale: DeskLocale): Html {
  const { users: words } = locale.desk;
  const to = (what: string) => pathIn(locale.language, `${userPath(user.id)}/${what}`);
  const { csrf } = view;
  const held = user.roles.map(({ role, organisation, organisationId = '' }) => {
    const where = organisation ?? words.everywhere;
    const hidden = { papel: role, organizacion: organisationId };
    const label = words.takeAway;
    return html`<li>${fill(words.roleIn, { role: wordFor(words.roleNames, role), where })} ${actionForm({ action: to('quitar-papel'), csrf, label, tone: 'link', hidden })}</li>
`;
  });
  const switchAccess =
    user.state === 'disabled'
      ? actionForm({ action: to('habilitar'), csrf, label: words.enable })
      : confirmedAction({
          action: to('deshabilitar'),
          csrf,
          label: words.disable,
          tone: 'warn',
          summary: words.disableAsk,
          consequence: words.disableConsequence,
        });
  return html`${summaryList([
    [words.email, user.email],
    [words.state, userState(user, locale)],
    [words.roles, rolesInWords(user, locale)],
  ])}
<section class="desk-part"><h2>${words.roles}</h2><ul class="plain-list">${held}</ul>
<h3>${words.give}</h3>${form({ action: to('dar-papel'), csrf, submit: words.giveSubmit, tone: 'plain' }, roleFields(view, locale))}</section>
<section class="desk-part"><h2>${words.access}</h2><div class="desk-actions">${actionForm({ action: to('restablecer'), csrf, label: words.reset })}${switchAccess}</div>
<p class="hint">${words.resetHint}</p></section>`;
}
