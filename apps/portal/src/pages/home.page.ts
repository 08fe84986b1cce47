import { dayOf } from '#ocds';
import { dayInText } from '../components/day.js';
import { missing } from '../components/notice.js';
import { resultList } from '../components/result-row.js';
import { searchBox } from '../components/search-box.js';
import { yearTable } from '../components/year-table.js';
import { fill, fillText, pluralOf } from '../fill.js';
import type { Plural } from '../fill.js';
import { sumInWords } from '../format/money.js';
import { formatCount } from '../format/number.js';
import { frame } from '../frame.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { pathIn } from '../links.js';
import { localeOf } from '../locale.js';
import type { Locale } from '../locale.js';
import type { HomeView } from '../views.js';

/** The front page: what there is, a search box, what is open, what came last, the years. */
export function homePage(view: HomeView): string {
  const locale = localeOf(view.site.language);
  const { site } = locale.words;
  const title = `${site.name} — ${site.tagline}`;
  return frame(view.site, { title, path: '/', ownSearch: true, section: 'home' }, content(view, locale));
}

function content(view: HomeView, locale: Locale): Html {
  const { words } = locale;
  return html`<div class="opening">
<h1>${headline(view, locale)}</h1>
<p class="lede">${lede(view, locale)}</p>
${searchBox({ query: '' }, locale)}
</div>
${view.open.length === 0 ? withoutOpenTenders(view, locale) : withOpenTenders(view, locale)}
${
  view.years.length > 0 &&
  html`<section class="railed" aria-labelledby="anos">
<h2 id="anos">${words.home.years}</h2>
<div>${yearTable(view.years, locale)}</div>
</section>`
}
<section class="railed" aria-labelledby="motivo">
<h2 id="motivo">${words.home.commitment}</h2>
<div><p class="prose">${words.home.commitmentText}</p></div>
</section>`;
}

function withOpenTenders({ open, latest }: HomeView, locale: Locale): Html {
  const { home: words } = locale.words;
  return html`<div class="two-columns">
<section aria-labelledby="abiertas">
<h2 id="abiertas">${words.open}</h2>
<p class="note">${words.openLede}</p>
${resultList(open, 'h3', locale)}
</section>
<section aria-labelledby="ultimo">
<h2 id="ultimo">${words.latest}</h2>
${latestRows(latest, locale)}
</section>
</div>`;
}

// Half a page of nothing would shout louder than the sentence that says so.
function withoutOpenTenders({ latest }: HomeView, locale: Locale): Html {
  const { home: words } = locale.words;
  return html`<section class="railed" aria-labelledby="abiertas">
<h2 id="abiertas">${words.open}</h2>
<div>${missing(words.openNone)}</div>
</section>
${
  latest.length > 0 &&
  html`<section class="railed" aria-labelledby="ultimo">
<h2 id="ultimo">${words.latest}</h2>
<div>${latestRows(latest, locale)}</div>
</section>`
}`;
}

function latestRows(latest: HomeView['latest'], locale: Locale): Html {
  return html`${resultList(latest, 'h3', locale)}
<p><a href="${pathIn(locale.language, '/procesos')}">${locale.words.home.latestMore}</a></p>`;
}

// The newest year's pesos make the headline; without them the number of processes does.
function headline({ counts: { processes }, years: [latest] }: HomeView, locale: Locale): string {
  const { home: words } = locale.words;
  if (processes === 0) return words.emptyHeading;
  const pesos = latest?.contracted.find(({ currency }) => currency === 'MXN');
  const sum = pesos && sumInWords(pesos, locale);
  if (latest !== undefined && sum !== undefined) return fillText(words.heading, { sum, year: latest.year });
  return fillText(pluralOf(words.headingWithoutSum, processes), { n: formatCount(processes) });
}

function lede({ counts, site }: HomeView, locale: Locale): Html {
  const { words } = locale;
  if (counts.processes === 0) return html`${words.home.emptyLede}`;
  const count = (plural: Plural, n: number) => fillText(pluralOf(plural, n), { n: formatCount(n) });
  const told = fillText(words.home.lede, {
    processes: count(words.home.processesCount, counts.processes),
    buyers: count(words.home.buyers, counts.buyers),
    suppliers: count(words.home.suppliers, counts.suppliers),
    releases: count(words.home.releases, counts.releases),
  });
  const updated = dayOf(site.updatedAt);
  return html`${told} ${updated !== undefined && fill(words.home.updated, { day: dayInText(updated, locale) })}`;
}
