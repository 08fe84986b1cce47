import { fill, fillText } from '../../fill.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { pathIn } from '../../links.js';
import { actionForm } from '../components/form.js';
import { instant } from '../components/instant.js';
import { pageHead } from '../components/page-head.js';
import { processTable } from '../components/process-table.js';
import { previewSections } from '../components/preview.js';
import { summaryList } from '../components/summary-list.js';
import { uploadPath, uploadState } from '../components/upload-table.js';
import { deskFrame } from '../desk-frame.js';
import { deskLocaleOf } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import { formatBytes } from '../format-bytes.js';
import type { UploadView } from '../views/upload.view.js';

/** One upload: how it stands, what it would change, what is wrong with it and what to do. */
export function uploadPage(view: UploadView): string {
  const locale = deskLocaleOf(view.site.language);
  const { uploads: words } = locale.desk;
  const { upload } = view;
  const back = { path: '/escritorio/cargas', label: words.title };
  const moving = isMoving(view);
  const main = html`${pageHead({ title: upload.fileName, back }, locale)}
<div class="upload-state" aria-live="polite"${moving && html` data-watch="${pathIn(locale.language, `${uploadPath(upload.id)}/estado`)}" data-state="${upload.state}"`}>
<p>${uploadState(upload.state, locale)} ${words.explained[upload.state]}</p>
${moving && html`<p><a href="${pathIn(locale.language, uploadPath(upload.id))}">${words.refresh}</a></p>`}
</div>
${trouble(view, locale)}
${actions(view, locale)}
${view.processes && view.processes.length > 0 && html`<section class="desk-part">${processTable(words.processes, view.processes, locale)}</section>`}
${view.preview && previewSections(view.preview, upload.state === 'done', locale)}
<section class="desk-part"><h2>${words.about}</h2>${summaryList(facts(view, locale))}</section>`;
  return deskFrame(view, { title: upload.fileName, section: 'cargas' }, main, locale);
}

function isMoving({ upload: { state } }: UploadView): boolean {
  return state === 'received' || state === 'checking' || state === 'taking';
}

function trouble({ trouble: told }: UploadView, { desk: { uploads: words }, language }: DeskLocale): Html | false {
  if (told === undefined) return false;
  return html`<div class="error-summary" role="alert"><p><strong>${told.message[language]}</strong></p>
${told.remedy && html`<p>${words.remedy} ${told.remedy[language]}</p>`}</div>`;
}

function actions(view: UploadView, { desk: { uploads: words }, language }: DeskLocale): Html | false {
  const { may, upload, csrf, annotatedHref, preview } = view;
  const to = (what: string) => pathIn(language, `${uploadPath(upload.id)}/${what}`);
  const faulty = (preview?.faultCount ?? 0) > 0;
  const annotated =
    annotatedHref !== undefined && html`<a class="button plain" href="${annotatedHref}">${words.annotated}</a>`;
  const again = html`<a class="button ${faulty && !may.confirm ? 'main' : 'plain'}" href="${pathIn(language, `/escritorio/cargar?reemplaza=${encodeURIComponent(upload.id)}`)}">${words.again}</a>`;
  const all = [
    may.confirm && actionForm({ action: to('confirmar'), csrf, label: words.confirm, tone: 'main' }),
    annotated,
    may.replace && again,
    may.retry && actionForm({ action: to('reintentar'), csrf, label: words.retry }),
    may.cancel && actionForm({ action: to('cancelar'), csrf, label: words.cancel }),
  ].filter((one) => one !== false);
  if (all.length === 0) return false;
  return html`<div class="desk-actions">${all}</div>${may.confirm && html`<p class="hint">${faulty ? words.confirmFaulty : words.confirmHint}</p>`}`;
}

function facts({ upload, preview }: UploadView, locale: DeskLocale): readonly (readonly [string, Child])[] {
  const { desk, language } = locale;
  const { uploads: words } = desk;
  const link = (one: { readonly id: string; readonly fileName: string }) =>
    html`<a href="${pathIn(language, uploadPath(one.id))}">${one.fileName}</a>`;
  const known: readonly (readonly [string, Child])[] = [
    [words.publisher, upload.publisher],
    [words.buyer, upload.buyer],
    [words.profile, preview?.profile && profileText(preview.profile)],
    [words.by, fill(words.byAt, { who: upload.by, when: instant(upload.createdAt) })],
    [words.replaces, upload.replaces && link(upload.replaces)],
    [words.replacedBy, upload.replacedBy && link(upload.replacedBy)],
    [words.batch, upload.batchId],
    [words.size, formatBytes(upload.bytes)],
    [words.sha256, html`<span class="code hash">${upload.sha256}</span>`],
  ];
  return known.filter(([, value]) => value !== undefined);
}

function profileText({ id, title }: { readonly id: string; readonly title: string }): Child {
  return html`${fillText('{title}', { title })} <span class="code aside-inline">${id}</span>`;
}
