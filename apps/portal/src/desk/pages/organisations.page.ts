import { table } from '../../components/table.js';
import { formatCount } from '../../format/number.js';
import { html } from '../../html.js';
import { pathIn } from '../../links.js';
import { errorSummary } from '../components/error-summary.js';
import { checkField, radioField, textField } from '../components/fields.js';
import { form } from '../components/form.js';
import { pageHead } from '../components/page-head.js';
import { deskFrame } from '../desk-frame.js';
import { deskLocaleOf, wordFor } from '../desk-locale.js';
import type { OrganisationFormView, OrganisationsView } from '../views/administration.view.js';
import { publisherPath } from './publisher.page.js';

/** The organisations that take part, and which of them publish. */
export function organisationsPage(view: OrganisationsView): string {
  const locale = deskLocaleOf(view.site.language);
  const { organisations: words } = locale.desk;
  const columns = [
    { label: words.name },
    { label: words.id },
    { label: words.kind },
    { label: words.publishes },
    { label: words.people, kind: 'figure' as const },
  ];
  const rows = view.organisations.map(({ id, name, kind, publishes, people }) => [
    name,
    html`<span class="code">${id}</span>`,
    wordFor(words.kinds, kind),
    publishes ? html`<a href="${pathIn(locale.language, publisherPath(id))}">${words.settings}</a>` : words.no,
    formatCount(people),
  ]);
  const add = html`<a class="button main" href="${pathIn(locale.language, '/escritorio/organizaciones/nueva')}">${words.add}</a>`;
  const main = html`${pageHead({ title: words.title, lede: words.lede }, locale)}
${view.mayManage && html`<p class="desk-actions">${add}</p>`}
<section class="desk-part">${table({ caption: words.caption, columns, rows })}</section>`;
  return deskFrame(view, { title: words.title, section: 'organizaciones' }, main, locale);
}

/** A new organisation, with its registered prefix if it publishes. */
export function organisationFormPage(view: OrganisationFormView): string {
  const locale = deskLocaleOf(view.site.language);
  const { organisations: words, publisher, form: formWords } = locale.desk;
  const { form: state, csrf } = view;
  const kinds = Object.entries(words.kinds).map(([value, label]) => ({
    value,
    label,
    hint: wordFor(words.kindHints, value),
  }));
  const fields = html`${textField(state, { name: 'nombre', label: words.name, hint: words.nameHint }, locale)}
${textField(state, { name: 'id', label: words.id, hint: words.idHint, width: 'medium' }, locale)}
${radioField(state, { name: 'clase', label: words.kind, choices: kinds }, locale)}
${textField(state, { name: 'prefijo', label: publisher.prefix, hint: words.prefixHint, width: 'medium' }, locale)}
${checkField(state, { name: 'marcadas', label: publisher.policy, choices: [{ value: 'si', label: publisher.policies['publish-marked'], hint: publisher.policyHints['publish-marked'] }] }, locale)}`;
  const spec = {
    action: pathIn(locale.language, '/escritorio/organizaciones/nueva'),
    csrf,
    submit: words.submit,
    cancel: { href: pathIn(locale.language, '/escritorio/organizaciones'), label: formWords.cancel },
  };
  const back = { path: '/escritorio/organizaciones', label: words.title };
  const main = html`${errorSummary(state.errors, locale)}${pageHead({ title: words.newTitle, back }, locale)}${form(spec, fields)}`;
  return deskFrame(
    view,
    { title: words.newTitle, section: 'organizaciones', faulty: state.errors.length > 0 },
    main,
    locale,
  );
}
