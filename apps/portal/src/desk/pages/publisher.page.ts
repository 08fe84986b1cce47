import { table } from '../../components/table.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { pathIn } from '../../links.js';
import { errorSummary } from '../components/error-summary.js';
import { radioField, textField } from '../components/fields.js';
import { form } from '../components/form.js';
import { pageHead } from '../components/page-head.js';
import { summaryList } from '../components/summary-list.js';
import { deskFrame } from '../desk-frame.js';
import { deskLocaleOf, wordFor } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import type { PublishersView, PublisherView } from '../views/administration.view.js';

/** The publishers whose settings one may see. */
export function publishersPage(view: PublishersView): string {
  const locale = deskLocaleOf(view.site.language);
  const { publisher: words } = locale.desk;
  const columns = [{ label: words.name }, { label: words.prefix }, { label: words.policy }];
  const rows = view.publishers.map(({ id, name, prefix: own, policy }) => [
    html`<a href="${pathIn(locale.language, publisherPath(id))}">${name}</a>`,
    html`<span class="code">${own}</span>`,
    wordFor(words.policies, policy),
  ]);
  const main = html`${pageHead({ title: words.listTitle }, locale)}
<section class="desk-part">${rows.length === 0 ? html`<p>${words.none}</p>` : table({ caption: words.listCaption, columns, rows })}</section>`;
  return deskFrame(view, { title: words.listTitle, section: 'publicador' }, main, locale);
}

/** The address of a publisher's settings, in Spanish form. */
export function publisherPath(id: string): string {
  return `/escritorio/publicador/${encodeURIComponent(id)}`;
}

/** What a publisher says of itself, and what happens to what it sends. */
export function publisherPage(view: PublisherView): string {
  const locale = deskLocaleOf(view.site.language);
  const { publisher: words } = locale.desk;
  const back = { path: '/escritorio/publicador', label: words.listTitle };
  const main = html`${errorSummary(view.form.errors, locale)}${pageHead({ title: view.name, back }, locale)}
${settingsForm(view, locale)}`;
  return deskFrame(
    view,
    { title: view.name, section: 'publicador', faulty: view.form.errors.length > 0 },
    main,
    locale,
  );
}

function settingsForm(view: PublisherView, locale: DeskLocale): Html {
  const { publisher: words, form: formWords } = locale.desk;
  const { form: state, csrf, id } = view;
  const text = (name: keyof typeof words.fields, kind: 'text' | 'url' | 'email' = 'text', optional = true) =>
    textField(
      state,
      {
        name,
        label: words.fields[name],
        hint: wordFor(words.hints, name) === name ? undefined : wordFor(words.hints, name),
        kind,
        optional,
      },
      locale,
    );
  const policies = (['hold', 'publish-marked'] as const).map((value) => ({
    value,
    label: words.policies[value],
    hint: words.policyHints[value],
  }));
  const corrections = (['direct', 'review'] as const).map((value) => ({
    value,
    label: words.correctionPolicies[value],
    hint: words.correctionHints[value],
  }));
  const fields = html`<section class="form-part"><h2>${words.identity}</h2>${text('name', 'text', false)}${prefix(view, locale)}${text('uri', 'url')}${text('uid')}</section>
<section class="form-part"><h2>${words.publishing}</h2>${radioField(state, { name: 'policy', label: words.policy, choices: policies }, locale)}${radioField(state, { name: 'corrections', label: words.corrections, choices: corrections }, locale)}${text('license', 'url')}${text('publicationPolicy', 'url')}</section>
<section class="form-part"><h2>${words.contact}</h2>${text('contactName')}${text('contactEmail', 'email')}${text('contactPhone')}</section>`;
  return form({ action: pathIn(locale.language, publisherPath(id)), csrf, submit: formWords.save }, fields);
}

function prefix({ form: state, prefixLocked, mayChangePrefix }: PublisherView, locale: DeskLocale): Html {
  const { publisher: words } = locale.desk;
  const value = state.values['ocidPrefix'];
  if (!prefixLocked && mayChangePrefix)
    return textField(
      state,
      { name: 'ocidPrefix', label: words.prefix, hint: words.prefixHint, width: 'medium' },
      locale,
    );
  return html`${summaryList([[words.prefix, html`<span class="code">${value}</span>`]])}<p class="hint">${prefixLocked ? words.prefixLocked : words.prefixAdministrator}</p>`;
}
