import { fill, fillText, pluralOf } from '../fill.js';
import { formatCount } from '../format/number.js';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import { pathIn } from '../links.js';
import type { Locale } from '../locale.js';
import { maskStory } from '../privacy/mask-story.js';
import type { ProcessView, SourceFile } from '../views.js';
import { dateInTable } from './day.js';
import { foldedTable } from './folded-table.js';
import { missing } from './notice.js';

/** "Cómo lo sabemos": who handed in which file, where in it the process stands, and how figures are worked out. */
export function provenance({ publisher, sources }: Pick<ProcessView, 'publisher' | 'sources'>, locale: Locale): Html {
  const { provenance: words, mask } = locale.words;
  const who =
    publisher === undefined ? words.sentenceNoPublisher : fillText(words.sentence, { publisher: publisher.name });
  const said = html`<p>${who} ${contactOf(publisher, locale)}</p>`;
  if (sources.length === 0) return html`${publisher && said}${missing(words.noSource)}${method(locale)}`;
  return html`${said}${sourceTable(maskStory(sources, mask), locale)}${method(locale)}`;
}

function contactOf(publisher: ProcessView['publisher'], { language, words }: Locale): Child {
  if (publisher === undefined) return '';
  if (publisher.contact) return fillText(words.provenance.contact, { contact: publisher.contact });
  const policy = html`<a href="${pathIn(language, '/politica-de-publicacion')}">${words.reading.policy}</a>`;
  return fill(words.provenance.noContact, { policy });
}

function sourceTable(sources: readonly SourceFile[], locale: Locale): Html {
  const { provenance: words } = locale.words;
  const columns = [
    { label: words.file },
    { label: words.pointer },
    { label: words.received, kind: 'day' as const },
    { label: words.sha256 },
  ];
  const caption = fillText(pluralOf(words.caption, sources.length), { n: formatCount(sources.length) });
  return foldedTable(
    { caption, columns, rows: sources.map((source) => sourceRow(source, locale)) },
    locale,
    words.folded,
  );
}

function sourceRow({ name, pointer, receivedAt, sha256 }: SourceFile, locale: Locale): readonly Child[] {
  return [
    name,
    placeIn(pointer, locale),
    dateInTable(receivedAt, locale),
    html`<span class="code hash">${sha256}</span>`,
  ];
}

/** A file of JSON Lines holds many documents: `#993/releases/0` is in its 993rd. */
function placeIn(pointer: string | undefined, { words }: Locale): string {
  if (pointer === undefined) return words.provenance.wholeFile;
  const [, number, rest] = /^#(\d+)(.*)$/s.exec(pointer) ?? [];
  if (number === undefined) return pointer;
  return `${fillText(words.provenance.document, { n: formatCount(Number(number)) })} ${rest}`.trimEnd();
}

function method({ words }: Locale): Html {
  return html`<p class="note">${words.provenance.method} ${words.mask.note}</p>`;
}
