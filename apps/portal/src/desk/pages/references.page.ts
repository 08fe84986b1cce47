import { pager } from '../../components/pager.js';
import { table } from '../../components/table.js';
import { formatCount } from '../../format/number.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { pathIn } from '../../links.js';
import { errorSummary } from '../components/error-summary.js';
import { areaField, selectField, textField } from '../components/fields.js';
import { filterBar } from '../components/filter-bar.js';
import { form } from '../components/form.js';
import { instant } from '../components/instant.js';
import { pageHead } from '../components/page-head.js';
import { summaryList } from '../components/summary-list.js';
import { deskFrame } from '../desk-frame.js';
import { deskLocaleOf } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import { REFERENCE_KINDS } from '#reference';
import type { ReferenceKind } from '#reference';
import type {
  ReferenceEntryView,
  ReferenceField,
  ReferenceListView,
  ReferencesView,
} from '../views/administration.view.js';

/** The data that the rules lean on: what kinds there are. */
export function referencesPage(view: ReferencesView): string {
  const locale = deskLocaleOf(view.site.language);
  const { references: words } = locale.desk;
  const columns = [{ label: words.kind }, { label: words.use }, { label: words.entries, kind: 'figure' as const }];
  const rows = REFERENCE_KINDS.map((kind) => [
    html`<a href="${pathIn(locale.language, referencesPath(kind))}">${words.kinds[kind]}</a>`,
    words.uses[kind],
    formatCount(view.counts[kind]),
  ]);
  const main = html`${pageHead({ title: words.title, lede: words.lede }, locale)}<section class="desk-part">${table({ caption: words.caption, columns, rows })}</section>`;
  return deskFrame(view, { title: words.title, section: 'referencias' }, main, locale);
}

/** The address of a kind of reference data, or of one entry of it, in Spanish form. */
export function referencesPath(kind: ReferenceKind, id?: string): string {
  return `/escritorio/referencias/${kind}${id === undefined ? '' : `/${id}`}`;
}

/** The entries of one kind. */
export function referenceListPage(view: ReferenceListView): string {
  const locale = deskLocaleOf(view.site.language);
  const { references: words, form: formWords } = locale.desk;
  const title = words.kinds[view.kind];
  const rows = view.entries.map(({ id, cells: [first, ...rest] }) => [
    html`<a href="${pathIn(locale.language, referencesPath(view.kind, id))}">${first}</a>`,
    ...rest,
  ]);
  const columns = view.columns.map((label) => ({ label: label[locale.language] }));
  const search = textField(
    { values: { q: view.query }, errors: [] },
    { name: 'q', label: formWords.search, kind: 'search' },
    locale,
  );
  const add = html`<a class="button main" href="${pathIn(locale.language, referencesPath(view.kind, 'nueva'))}">${words.add}</a>`;
  const back = { path: '/escritorio/referencias', label: words.title };
  const main = html`${pageHead({ title, lede: words.uses[view.kind], back }, locale)}
${view.mayEdit && html`<p class="desk-actions">${add}</p>`}
${filterBar(pathIn(locale.language, referencesPath(view.kind)), search, locale)}
<section class="desk-part">${rows.length === 0 ? html`<p>${words.none}</p>` : table({ caption: title, columns, rows })}${pager(view.pager, locale)}</section>`;
  return deskFrame(view, { title, section: 'referencias' }, main, locale);
}

/** One entry, to be read or changed, with what it said before. */
export function referenceEntryPage(view: ReferenceEntryView): string {
  const locale = deskLocaleOf(view.site.language);
  const { references: words } = locale.desk;
  const back = { path: referencesPath(view.kind), label: words.kinds[view.kind] };
  const main = html`${errorSummary(view.form.errors, locale)}${pageHead({ title: view.title, back }, locale)}
${view.mayEdit ? entryForm(view, locale) : reading(view, locale)}
${view.history.length > 0 && html`<section class="desk-part">${history(view, locale)}</section>`}`;
  return deskFrame(
    view,
    { title: view.title, section: 'referencias', faulty: view.form.errors.length > 0 },
    main,
    locale,
  );
}

function entryForm(view: ReferenceEntryView, locale: DeskLocale): Html {
  const { references: words, form: formWords } = locale.desk;
  const fields = html`${view.fields.map(
    (one) => html`${fieldOf(one, view, locale)}
`,
  )}
${areaField(view.form, { name: 'motivo', label: words.reason, hint: words.reasonHint, rows: 2 }, locale)}`;
  const action = pathIn(locale.language, referencesPath(view.kind, view.id ?? 'nueva'));
  const hidden = { vista: view.form.values['vista'] };
  const cancel = { href: pathIn(locale.language, referencesPath(view.kind)), label: formWords.cancel };
  return form({ action, csrf: view.csrf, submit: formWords.save, cancel, hidden }, fields);
}

function fieldOf(one: ReferenceField, { form: state }: ReferenceEntryView, locale: DeskLocale): Html {
  const { name, kind, choices = [], optional = false } = one;
  const spec = { name, label: one.label[locale.language], hint: one.hint?.[locale.language], optional };
  if (kind === 'long') return areaField(state, spec, locale);
  if (kind === 'choice') return selectField(state, { ...spec, choices, none: locale.desk.form.choose }, locale);
  if (kind === 'text') return textField(state, spec, locale);
  if (kind === 'url') return textField(state, { ...spec, kind }, locale);
  return textField(state, { ...spec, width: 'short', figures: kind === 'figure' }, locale);
}

function reading({ fields, form: { values } }: ReferenceEntryView, { language, words }: DeskLocale): Html {
  return summaryList(
    fields.map(({ name, label }) => [
      label[language],
      values[name] || html`<span class="missing">${words.common.notReported}</span>`,
    ]),
  );
}

function history({ history: entries }: ReferenceEntryView, { desk: { references: words } }: DeskLocale): Html {
  const columns = [
    { label: words.at, kind: 'day' as const },
    { label: words.by },
    { label: words.reason },
    { label: words.said },
  ];
  return table({
    caption: words.history,
    columns,
    rows: entries.map(({ at, by, reason, said }) => [instant(at), by, reason, said]),
  });
}
