import { table } from '../../components/table.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { pathIn } from '../../links.js';
import { pageHead } from '../components/page-head.js';
import { stateTag } from '../components/state-tag.js';
import { deskFrame } from '../desk-frame.js';
import { deskLocaleOf, wordFor } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import type { UserLine, UsersView } from '../views/administration.view.js';

/** Who may enter, and as what. */
export function usersPage(view: UsersView): string {
  const locale = deskLocaleOf(view.site.language);
  const { users: words } = locale.desk;
  const columns = [{ label: words.name }, { label: words.email }, { label: words.roles }, { label: words.state }];
  const invite = html`<a class="button main" href="${pathIn(locale.language, '/escritorio/usuarios/nuevo')}">${words.invite}</a>`;
  const main = html`${pageHead({ title: words.title, lede: words.lede }, locale)}
${view.mayManage && html`<p class="desk-actions">${invite}</p>`}
<section class="desk-part">${table({ caption: words.caption, columns, rows: view.users.map((user) => row(user, locale)) })}</section>`;
  return deskFrame(view, { title: words.title, section: 'usuarios' }, main, locale);
}

/** The address of an account on the desk, in Spanish form. */
export function userPath(id: string): string {
  return `/escritorio/usuarios/${encodeURIComponent(id)}`;
}

/** What somebody is, and where, in words. */
export function rolesInWords({ roles }: Pick<UserLine, 'roles'>, { desk: { users: words } }: DeskLocale): Child {
  if (roles.length === 0) return html`<span class="missing">${words.noRole}</span>`;
  return roles.map(
    ({ role, organisation }, index) =>
      html`${index > 0 && html`<br>`}${wordFor(words.roleNames, role)} <span class="aside-inline">${organisation ?? words.everywhere}</span>`,
  );
}

export function userState({ state }: Pick<UserLine, 'state'>, { desk: { users: words } }: DeskLocale): Html {
  const tones = { active: 'settled', invited: 'moving', disabled: 'quiet' } as const;
  return stateTag(words.states[state], tones[state]);
}

function row(user: UserLine, locale: DeskLocale): readonly Child[] {
  return [
    html`<a href="${pathIn(locale.language, userPath(user.id))}">${user.name}</a>`,
    user.email,
    rolesInWords(user, locale),
    userState(user, locale),
  ];
}
