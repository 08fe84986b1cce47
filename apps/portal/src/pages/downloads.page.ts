import { MOST_COUNTED } from '#search';
import { table } from '../components/table.js';
import { fill, fillText } from '../fill.js';
import { formatCount } from '../format/number.js';
import { frame } from '../frame.js';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import { pathIn } from '../links.js';
import { localeOf } from '../locale.js';
import type { Locale } from '../locale.js';
import type { DownloadsView } from '../views.js';

/** All the data to take away: whole and by year, and which file is for what. */
export function downloadsPage(view: DownloadsView): string {
  const locale = localeOf(view.site.language);
  const { downloads: words, site: own } = locale.words;
  const title = fillText(own.title, { page: words.title, site: own.name });
  const head = { title, description: words.description, path: '/descargas', section: 'data' as const };
  return frame(view.site, head, content(view, locale));
}

function content({ counts, years }: DownloadsView, locale: Locale): Html {
  const { downloads: words } = locale.words;
  const columns = [
    { label: words.year },
    { label: words.processes, kind: 'figure' as const },
    { label: words.records },
    { label: words.releases },
    { label: words.table },
  ];
  const rows = [
    rowOf(undefined, counts.processes, locale),
    ...years.map(({ year, processes }) => rowOf(year, processes, locale)),
  ];
  return html`<div class="opening">
<h1>${words.title}</h1>
<p class="lede">${words.lede}</p>
</div>
${table({ caption: words.caption, columns, rows })}
<section class="prose" aria-labelledby="cual"><h2 id="cual">${words.whichHeading}</h2>
<dl class="terms">${words.which.map(
    ([term = '', meaning = '']) =>
      html`<dt>${term}</dt><dd>${fillText(meaning, { most: formatCount(MOST_COUNTED) })}</dd>`,
  )}</dl>
</section>
<section class="prose" aria-labelledby="como"><h2 id="como">${words.howHeading}</h2>
<p>${words.how}</p>
<p>${fill(words.keep, { link: html`<a href="/api/v1/changes"><code>/api/v1/changes</code></a>` })}</p>
<p>${fill(words.more, {
    dictionary: link('/diccionario', locale.words.reading.dictionary, locale),
    policy: link('/politica-de-publicacion', locale.words.reading.policy, locale),
  })}</p>
</section>`;
}

function link(path: string, words: string, { language }: Locale): Html {
  return html`<a href="${pathIn(language, path)}">${words}</a>`;
}

function rowOf(year: number | undefined, processes: number, { words }: Locale): readonly Child[] {
  const { downloads } = words;
  const query = year === undefined ? '' : `?year=${year}`;
  const named = { year: year ?? downloads.allYears };
  const lists = (['csv', 'xlsx', 'json'] as const).map((format, index) => {
    const label = fillText(downloads.tableLabel, { ...named, format: format.toUpperCase() });
    return html`${index > 0 && ', '}<a href="/descargas/busqueda.${format}${query}" aria-label="${label}">${format.toUpperCase()}</a>`;
  });
  return [
    year ?? downloads.all,
    formatCount(processes),
    html`<a href="/descargas/expedientes.jsonl.gz${query}" aria-label="${fillText(downloads.recordsLabel, named)}">JSONL</a>`,
    html`<a href="/descargas/publicaciones.jsonl.gz${query}" aria-label="${fillText(downloads.releasesLabel, named)}">JSONL</a>`,
    html`${lists}`,
  ];
}
