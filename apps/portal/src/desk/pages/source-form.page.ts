import type { ConnectorKind } from '#connectors';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { pathIn } from '../../links.js';
import { errorSummary } from '../components/error-summary.js';
import { checkField, radioField, selectField, textField } from '../components/fields.js';
import { form } from '../components/form.js';
import { pageHead } from '../components/page-head.js';
import { sourcePath } from '../components/source-table.js';
import { deskFrame } from '../desk-frame.js';
import { deskLocaleOf } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import type { SourceFormView } from '../views/source.view.js';

/** The kinds of source one can add, in the order in which a unit would think of them. */
export const SOURCE_KINDS: readonly ConnectorKind[] = ['folder', 'http', 'sftp', 'ocds-api', 'ocapi-2017'];

/** A new source, or a known one to be changed. First its kind is asked, since the rest depends on it. */
export function sourceFormPage(view: SourceFormView): string {
  const locale = deskLocaleOf(view.site.language);
  const { sources: words } = locale.desk;
  const back =
    view.id === undefined
      ? { path: '/escritorio/fuentes', label: words.title }
      : { path: sourcePath(view.id), label: view.id };
  const title = view.id === undefined ? words.newTitle : words.editTitle;
  const body = view.kind === undefined ? kindForm(locale) : sourceForm(view, view.kind, locale);
  const main = html`${errorSummary(view.form.errors, locale)}${pageHead({ title, back }, locale)}${body}`;
  return deskFrame(view, { title, section: 'fuentes', faulty: view.form.errors.length > 0 }, main, locale);
}

function kindForm({ desk: { sources: words }, language }: DeskLocale): Html {
  return html`<p>${words.chooseKind}</p><ul class="choices">${SOURCE_KINDS.map(
    (
      kind,
    ) => html`<li><a href="${pathIn(language, `/escritorio/fuentes/nueva?clase=${kind}`)}">${words.kinds[kind]}</a> <span class="hint">${words.kindHints[kind]}</span></li>
`,
  )}</ul>`;
}

function sourceForm(view: SourceFormView, kind: ConnectorKind, locale: DeskLocale): Html {
  const { desk, language } = locale;
  const { sources: words } = desk;
  const { id, csrf } = view;
  const path = id === undefined ? '/escritorio/fuentes/nueva' : `${sourcePath(id)}/editar`;
  const cancel = {
    href: pathIn(language, id === undefined ? '/escritorio/fuentes' : sourcePath(id)),
    label: desk.form.cancel,
  };
  const spec = { action: pathIn(language, path), csrf, submit: words.save, cancel, hidden: { clase: kind } };
  return form(spec, html`${common(view, locale)}${OWN[kind](view, locale)}${timing(view, locale)}`);
}

function common({ form: state, publishers, profiles, id }: SourceFormView, locale: DeskLocale): Html {
  const { sources: words } = locale.desk;
  return html`${id === undefined && textField(state, { name: 'id', label: words.fields.id, hint: words.hints.id, width: 'medium' }, locale)}
${selectField(state, { name: 'publicador', label: words.publisher, choices: publishers, none: locale.desk.form.choose }, locale)}
${selectField(state, { name: 'perfil', label: words.profile, hint: words.hints.profile, choices: profiles, none: words.foundByContent }, locale)}`;
}

type Part = (view: SourceFormView, locale: DeskLocale) => Html;

const web: Part = ({ form: state }, locale) => {
  const { fields, hints } = locale.desk.sources;
  return html`${textField(state, { name: 'url', label: fields.url, hint: hints.url, kind: 'url' }, locale)}
${textField(state, { name: 'hosts', label: fields.hosts, hint: hints.hosts, optional: true }, locale)}
${textField(state, { name: 'tokenEnv', label: fields.tokenEnv, hint: hints.secret, optional: true, width: 'medium' }, locale)}`;
};

const settle: Part = ({ form: state }, locale) => {
  const { fields, hints } = locale.desk.sources;
  return textField(
    state,
    { name: 'settleSeconds', label: fields.settleSeconds, hint: hints.settleSeconds, width: 'short', figures: true },
    locale,
  );
};

const OWN: Readonly<Record<ConnectorKind, Part>> = {
  folder: (view, locale) => {
    const { fields, hints } = locale.desk.sources;
    return html`${textField(view.form, { name: 'path', label: fields.path, hint: hints.folder }, locale)}${settle(view, locale)}`;
  },
  http: web,
  'ocds-api': (view, locale) => {
    const { fields, hints, afterEnd } = locale.desk.sources;
    const choices = [
      { value: 'start', label: afterEnd.start },
      { value: 'last-page', label: afterEnd.lastPage },
    ];
    return html`${web(view, locale)}
${textField(view.form, { name: 'maxPages', label: fields.maxPages, hint: hints.maxPages, width: 'short', figures: true }, locale)}
${radioField(view.form, { name: 'afterEnd', label: fields.afterEnd, choices }, locale)}`;
  },
  'ocapi-2017': (view, locale) => {
    const { fields, hints } = locale.desk.sources;
    return html`${web(view, locale)}${textField(view.form, { name: 'year', label: fields.year, hint: hints.year, width: 'short', figures: true }, locale)}`;
  },
  sftp: (view, locale) => {
    const { fields, hints } = locale.desk.sources;
    const text = (name: 'host' | 'port' | 'path' | 'user' | 'fingerprint', hint?: string, width?: 'short' | 'medium') =>
      textField(view.form, { name, label: fields[name], hint, ...(width && { width }) }, locale);
    const secret = (name: 'passwordEnv' | 'keyEnv' | 'passphraseEnv') =>
      textField(view.form, { name, label: fields[name], hint: hints.secret, optional: true, width: 'medium' }, locale);
    return html`${text('host')}${text('port', undefined, 'short')}${text('path', hints.remotePath)}${text('user', undefined, 'medium')}
${text('fingerprint', hints.fingerprint)}${secret('passwordEnv')}${secret('keyEnv')}${secret('passphraseEnv')}${settle(view, locale)}`;
  },
};

function timing({ form: state, id }: SourceFormView, locale: DeskLocale): Html {
  const { fields, hints, testNow } = locale.desk.sources;
  const short = (name: 'every' | 'tolerance' | 'newsWithin', hint: string, optional = false) =>
    textField(state, { name, label: fields[name], hint, optional, width: 'short' }, locale);
  return html`${short('every', hints.every, true)}
${textField(state, { name: 'cron', label: fields.cron, hint: hints.cron, optional: true, width: 'medium' }, locale)}
${short('tolerance', hints.tolerance)}${short('newsWithin', hints.newsWithin, true)}
${id === undefined && checkField(state, { name: 'ya', label: fields.now, choices: [{ value: 'si', label: testNow }] }, locale)}`;
}
