import { EMPTY_LOG } from '#tracker';
import { missing } from '../../components/notice.js';
import { fillText, pluralOf } from '../../fill.js';
import { formatCount } from '../../format/number.js';
import { html } from '../../html.js';
import { logTable } from '../components/log-table.js';
import { section } from '../components/section.js';
import { trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { downloadHref, trackerPath } from '../tracker-paths.js';

/** The newest lines on a page; the whole log is a file. */
const MOST_LINES = 200;

/** The public log: who changed what, in which role, when, why; and the hash on which it ends. */
export function historyPage(view: TrackerPageView): string {
  const locale = trackerLocaleOf(view.site.language);
  const { history: words, page } = locale.tracker;
  const { log } = view.tracker;
  const n = log.length;
  const { seq, hash } = log.at(-1) ?? EMPTY_LOG;
  const head = {
    path: '/historial',
    section: 'history' as const,
    title: words.title,
    heading: n === 0 ? words.headingNone : fillText(pluralOf(words.heading, n), { n: formatCount(n) }),
    lede: words.lede,
  };
  const body = html`<div class="found">${n === 0 ? missing(words.none) : logTable(view, log.slice(-MOST_LINES), locale)}
${n > MOST_LINES && html`<p class="note">${fillText(words.more, { n: formatCount(MOST_LINES) })}</p>`}
<p class="take-away">${page.download}: <a href="${downloadHref(view, 'registro.ndjson')}">${words.file}</a> · ${page.follow}: <a href="${trackerPath(view, '/feeds/compromisos.atom')}">Atom</a></p></div>
${section('cadena', words.chain, html`<p class="prose">${fillText(words.chainText, { seq })}</p><p><span class="code hash">${hash}</span></p>`)}`;
  return trackerPage(view, head, body, locale);
}
