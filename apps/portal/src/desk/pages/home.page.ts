import { fillText, pluralOf } from '../../fill.js';
import { formatCount } from '../../format/number.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { pathIn } from '../../links.js';
import { correctionTable } from '../components/correction-table.js';
import { pageHead } from '../components/page-head.js';
import { processTable } from '../components/process-table.js';
import { sourceTable } from '../components/source-table.js';
import { uploadTable } from '../components/upload-table.js';
import { deskFrame } from '../desk-frame.js';
import { deskLocaleOf } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import type { DeskHomeView } from '../views/home.view.js';

/** What waits for the person who signed in, most urgent first. */
export function deskHomePage(view: DeskHomeView): string {
  const locale = deskLocaleOf(view.site.language);
  const { home: words } = locale.desk;
  const waiting = waitingParts(view, locale);
  const main = html`${pageHead({ title: headline(view, locale), lede: view.sections.includes('cargar') && callToSend(locale) }, locale)}
${waiting.map(
  (body) => html`<section class="desk-part">${body}</section>
`,
)}
${view.recent && view.recent.length > 0 && html`<section class="desk-part">${uploadTable(words.recent, view.recent, locale)}</section>`}`;
  return deskFrame(view, { title: words.title, section: 'inicio' }, main, locale);
}

function headline(view: DeskHomeView, { desk: { home: words } }: DeskLocale): string {
  const { uploads = [], held, corrections = [], silent = [] } = view;
  const count = uploads.length + (held?.total ?? 0) + corrections.length + silent.length;
  return count === 0 ? words.nothing : fillText(pluralOf(words.waiting, count), { n: formatCount(count) });
}

function callToSend({ desk: { home: words }, language }: DeskLocale): Child {
  return html`<a class="button main" href="${pathIn(language, '/escritorio/cargar')}">${words.send}</a>`;
}

function waitingParts(view: DeskHomeView, locale: DeskLocale): readonly Html[] {
  const { home: words } = locale.desk;
  const { uploads = [], held, corrections = [], silent = [] } = view;
  return [
    uploads.length > 0 && uploadTable(words.uploads, uploads, locale),
    corrections.length > 0 && correctionTable(words.corrections, corrections, locale),
    held !== undefined && held.total > 0 && heldPart(held, locale),
    silent.length > 0 && sourceTable(words.silent, silent, locale),
  ].filter((part) => part !== false);
}

function heldPart({ total, rows }: NonNullable<DeskHomeView['held']>, locale: DeskLocale): Html {
  const { home: words } = locale.desk;
  const caption = fillText(pluralOf(words.held, total), { n: formatCount(total) });
  const all = html`<p><a href="${pathIn(locale.language, '/escritorio/procesos?estado=held')}">${words.allHeld}</a></p>`;
  return html`${processTable(caption, rows, locale)}${rows.length < total && all}`;
}
