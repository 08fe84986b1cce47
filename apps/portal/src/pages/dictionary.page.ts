import type { DictionaryField, DictionaryObject } from '#ocds';
import { table } from '../components/table.js';
import { fillText } from '../fill.js';
import { frame } from '../frame.js';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import { localeOf } from '../locale.js';
import type { Locale } from '../locale.js';
import type { DictionaryView } from '../views.js';

/** Every field of the data, object by object. */
export function dictionaryPage({ site, objects }: DictionaryView): string {
  const locale = localeOf(site.language);
  const { dictionary: words, site: own } = locale.words;
  const title = fillText(own.title, { page: words.title, site: own.name });
  const head = { title, description: words.description, path: '/diccionario', section: 'data' as const };
  return frame(
    site,
    head,
    html`<div class="opening">
<h1>${words.title}</h1>
<p class="lede">${words.lede}</p>
<nav class="contents" aria-label="${words.objects}"><ul>${objects.map(
      ({ name }) => html`<li><a href="#${name}">${nameOf(name, locale)}</a></li>
`,
    )}</ul></nav>
</div>
${objects.map((object) => objectSection(object, locale))}`,
  );
}

function objectSection(object: DictionaryObject, locale: Locale): Html {
  const { dictionary: words } = locale.words;
  const columns = [{ label: words.field }, { label: words.meaning }, { label: words.type }];
  const caption = fillText(words.caption, { name: nameOf(object.name, locale) });
  const rows = object.fields.map((field) => rowOf(field, locale));
  return html`<section class="dictionary" aria-labelledby="${object.name}">
<h2 id="${object.name}">${headingOf(object, locale)}</h2>
${object.description !== undefined && object.name !== 'release' && html`<p lang="es-MX">${withCode(object.description)}</p>`}
${table({ caption, columns, rows })}
</section>
`;
}

function nameOf(name: string, { words }: Locale): string {
  return name === 'release' ? words.dictionary.release : name;
}

function headingOf({ name, title }: DictionaryObject, locale: Locale): string {
  if (name === 'release') return locale.words.dictionary.release;
  return locale.language === 'en' || title.es === name ? name : `${title.es} (${name})`;
}

function rowOf(field: DictionaryField, locale: Locale): readonly Child[] {
  const { dictionary: words } = locale.words;
  const { name, title, description, codelist, extension } = field;
  const notes = [
    ...(codelist === undefined ? [] : [fillText(words.list, { name: codelist })]),
    ...(extension === undefined ? [] : [fillText(words.extension, { name: extension })]),
  ];
  const meaning = html`<strong>${title[locale.language]}.</strong> ${description !== undefined && html`<span lang="es-MX">${withCode(description)}</span>`}`;
  return [
    html`<code>${name}</code>`,
    meaning,
    html`${typeOf(field, locale)}${notes.map((note) => html`<br><span class="note">${note}</span>`)}`,
  ];
}

function typeOf({ type, of, isList }: DictionaryField, { words }: Locale): Child {
  const name = of === undefined ? words.dictionary.types[type] : html`<a href="#${of}">${of}</a>`;
  if (!isList) return name;
  const [before = '', after = ''] = words.dictionary.listOf.split('{type}');
  return html`${before}${name}${after}`;
}

/** Names of fields stand between grave accents in our descriptions. */
function withCode(text: string): readonly Child[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}
