import { dayOf } from '#ocds';
import { dayInText } from '../components/day.js';
import { missing } from '../components/notice.js';
import { resultList } from '../components/result-row.js';
import { searchBox } from '../components/search-box.js';
import { yearFigures } from '../components/year-figures.js';
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
import { laneTrio } from '../tracker/components/lane-trio.js';
import { trackerLocaleOf } from '../tracker/tracker-locale.js';
import type { HomeView } from '../home.view.js';

/** The front page: what there is, a search box, what is open and was awarded, the year, the commitment. */
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
${
  view.year !== undefined &&
  html`<section class="railed" aria-labelledby="cifras">
<h2 id="cifras">${fillText(words.home.yearHeading, { year: view.year.year })}</h2>
<div>${yearFigures(view.year, locale)}</div>
</section>`
}
${newsSections(view, locale)}
${commitmentState(view, locale)}
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

// Side by side; a half of the page that has only one sentence to say leaves the other the whole width.
function newsSections(view: HomeView, locale: Locale): Html {
  const { home: words } = locale.words;
  if (view.open.length > 0)
    return html`<div class="two-columns">
<section aria-labelledby="abiertas">
<h2 id="abiertas">${words.open}</h2>
${openRows(view, locale)}
</section>
<section aria-labelledby="ultimo">
<h2 id="ultimo">${newsHeading(view, locale)}</h2>
${news(view, locale)}
</section>
</div>`;
  return html`<section class="railed" aria-labelledby="abiertas">
<h2 id="abiertas">${words.open}</h2>
<div>${missing(words.openNone)}</div>
</section>
${
  view.latest.length > 0 &&
  html`<section class="railed" aria-labelledby="ultimo">
<h2 id="ultimo">${newsHeading(view, locale)}</h2>
<div>${news(view, locale)}</div>
</section>`
}`;
}

function openRows({ open }: HomeView, locale: Locale): Html {
  const { home: words } = locale.words;
  return html`<p class="note">${words.openLede}</p>
${resultList(open, 'h3', locale)}
<p><a href="${pathIn(locale.language, '/licitaciones-abiertas')}">${words.openMore}</a></p>`;
}

function newsHeading({ awarded }: HomeView, { words }: Locale): string {
  if (awarded === undefined) return words.home.latest;
  return awarded.current ? words.home.awardedThisWeek : words.home.awardedLastWeek;
}

/** What was awarded this week, or in the last one in which anything was; else what was published last. */
function news({ awarded, latest }: HomeView, locale: Locale): Html {
  const { home: words } = locale.words;
  if (awarded === undefined) return latestRows(latest, locale);
  const [from, until] = [dayInText(awarded.from, locale), dayInText(awarded.until, locale)];
  return html`<p class="note">${fill(awarded.current ? words.awardedLede : words.awardedLastLede, { from, until })}</p>
${resultList(awarded.rows, 'h3', locale)}
<p><a href="${pathIn(locale.language, awarded.href)}">${words.awardedMore}</a></p>`;
}

function commitmentState({ commitment }: HomeView, { language, words }: Locale): Html | false {
  if (commitment === undefined) return false;
  const { number, lanes, href } = commitment;
  return html`<section class="railed" aria-labelledby="compromiso">
<h2 id="compromiso">${words.home.state}</h2>
<div>${laneTrio(lanes, trackerLocaleOf(language))}
<p class="take-away"><a href="${pathIn(language, href)}">${fillText(words.home.stateMore, { n: number })}</a> · <a href="${pathIn(language, '/cumplimiento')}">${words.home.measuredMore}</a></p></div>
</section>`;
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
