import type { LinkHealth } from '#links';
import { fillText, pluralOf } from '../fill.js';
import { formatCount } from '../format/number.js';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import { codeLabel } from '../locale.js';
import type { Locale } from '../locale.js';
import type { DocumentLine } from '../story/documents.js';
import { dayInTable } from './day.js';
import { foldedTable } from './folded-table.js';
import { linkNotes } from './link-notes.js';
import { missing } from './notice.js';

/** The documents of the process, in the order of its stages. */
export function documentTable(
  documents: readonly DocumentLine[],
  locale: Locale,
  links: ReadonlyMap<string, LinkHealth> = new Map(),
): Html {
  const { documents: words } = locale.words;
  if (documents.length === 0) return missing(words.none);
  const columns = [
    { label: words.title },
    { label: words.type },
    { label: words.stage },
    { label: words.day, kind: 'day' as const },
    { label: words.format },
  ];
  const caption = fillText(pluralOf(words.caption, documents.length), { n: formatCount(documents.length) });
  const rows = documents.map((document) => documentRow(document, links, locale));
  return foldedTable({ caption, columns, rows }, locale, words.folded);
}

function documentRow(document: DocumentLine, links: ReadonlyMap<string, LinkHealth>, locale: Locale): readonly Child[] {
  const { stage, type, day, format, url } = document;
  const health = url === undefined ? undefined : links.get(url);
  const notes = health ? linkNotes(health, locale) : [];
  return [
    html`${documentTitle(document, locale)}${notes.length > 0 && html`<span class="aside attention">${notes.join(' ')}</span>`}`,
    type === undefined ? locale.words.common.notReported : codeLabel(locale, 'documentType', type),
    locale.words.stage[stage],
    dayInTable(day, locale),
    format ?? locale.words.common.notReported,
  ];
}

function documentTitle({ title, url }: DocumentLine, { words }: Locale): Child {
  const text = title ?? words.documents.untitled;
  if (url === undefined) return [text, html` <span class="missing">${words.documents.noLink}</span>`];
  return html`<a href="${url}" rel="external noreferrer">${text}</a>`;
}
