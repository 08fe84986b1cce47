import { alertOffer } from '../alerts/alert-form.js';
import { addDecimals, percentOf } from '#ocds';
import { amount } from '../components/amount.js';
import { missing } from '../components/notice.js';
import { resultList } from '../components/result-row.js';
import { percentText, shareTable } from '../components/share-table.js';
import { standingTable } from '../components/standing.js';
import { table } from '../components/table.js';
import { yearTable } from '../components/year-table.js';
import { fillText, pluralOf } from '../fill.js';
import { formatMoney, sumInWords } from '../format/money.js';
import { formatCount } from '../format/number.js';
import { frame } from '../frame.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { partyPath, pathIn } from '../links.js';
import { codeLabel, localeOf } from '../locale.js';
import type { Locale } from '../locale.js';
import type { CounterpartLine, PartyView } from '../views.js';
import { yearsText } from './parties.page.js';

/** A supplier or a buyer: what it sold or bought, to or from whom, year by year, and how we know that it is one. */
export function partyPage(view: PartyView): string {
  const locale = localeOf(view.site.language);
  const kind = locale.words.party[view.side].kind;
  const title = fillText(locale.words.site.title, { page: `${view.name} · ${kind}`, site: locale.words.site.name });
  const description = ledeText(view, locale);
  const head = { title, description, path: partyPath(view.side, view.id), section: `${view.side}s` as const };
  return frame(view.site, { ...head, feeds: view.feeds }, content(view, locale));
}

function content(view: PartyView, locale: Locale): Html {
  const { party: words } = locale.words;
  const own = words[view.side];
  return html`<article class="party">
<header class="opening">
<p class="kicker">${own.kind}</p>
<h1${view.name.length > 60 && html` class="long"`}>${view.name}</h1>
<p class="lede">${ledeText(view, locale)}</p>
${view.side === 'buyer' && buyerNotes(view, locale)}
</header>
${section('anos', words.byYear, view.years.length === 0 ? missing(words.noYears) : yearTable(view.years, locale))}
${section('formas', words.how, howTables(view, locale))}
${view.late.length > 0 && section('tarde', words.lateHeading, lateTable(view, locale))}
${view.undone.length > 0 && section('sin-efecto', words.undoneHeading, undoneList(view, locale))}
${view.standing && section('padron', words.standing.heading, standingTable(view.standing, view.keys, locale))}
${section('con', own.counterparts, view.counterparts.length === 0 ? missing(own.noCounterparts) : counterpartTable(view, locale))}
${section('ultimo', words.latest, latest(view, locale))}
${section('identidad', words.identity, identity(view, locale))}
</article>`;
}

function section(id: string, heading: string, body: Html): Html {
  return html`<section class="railed" aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
<div>${body}</div>
</section>`;
}

function ledeText(view: PartyView, locale: Locale): string {
  const words = locale.words.party[view.side];
  const { processes, won } = view;
  const [first] = view.money;
  const counted = fillText(pluralOf(words.lede, processes), {
    processes: formatCount(processes),
    won: formatCount(won),
    years: yearsText(view, locale),
  });
  if (first === undefined) return `${counted} ${words.noMoney}`;
  const sum = sumInWords(first, locale) ?? formatMoney(first, locale);
  return `${counted} ${fillText(view.money.length > 1 ? words.moneyOthers : words.money, { sum })}`;
}

/** What a monitor asks of a buyer first. */
function buyerNotes({ id, methods, processes, lag, invalid }: PartyView, { words, language }: Locale): Html {
  const direct = methods.find(({ code }) => code === 'direct')?.processes ?? 0;
  const share = fillText(words.party.direct, { percent: percentText(direct, processes), n: formatCount(direct) });
  const late =
    lag === undefined
      ? words.party.noLag
      : fillText(pluralOf(words.party.lag, Math.abs(lag.median)), {
          n: formatCount(lag.median),
          processes: formatCount(lag.processes),
        });
  const invalidHref = pathIn(language, `/procesos?buyer=${encodeURIComponent(id)}&validity=invalid`);
  const wrong =
    invalid === 0
      ? words.party.allValid
      : html`<a href="${invalidHref}">${fillText(pluralOf(words.party.invalid, invalid), { n: formatCount(invalid) })}</a>`;
  return html`<ul class="findings-line"><li>${share}</li><li>${late}</li><li>${wrong}</li></ul>`;
}

/** Where a monitor looks next: what was published longest after its award. */
function lateTable({ late }: PartyView, locale: Locale): Html {
  const { party: words } = locale.words;
  const columns = [{ label: words.lateProcess }, { label: words.lateDays, kind: 'figure' as const }];
  const rows = late.map(({ title, href, days }) => [
    html`<a href="${pathIn(locale.language, href)}">${title}</a>`,
    formatCount(days),
  ]);
  return table({ caption: words.lateCaption, columns, rows });
}

function undoneList({ undone }: PartyView, { words, language }: Locale): Html {
  return html`<p>${words.party.undoneLede}</p>
<ul>
${undone.map(
  ({ title, href }) => html`<li><a href="${pathIn(language, href)}">${title}</a></li>
`,
)}</ul>`;
}

function howTables({ methods, stages }: PartyView, locale: Locale): Html {
  const { party: words, stage } = locale.words;
  const stageWords: Readonly<Record<string, string>> = stage;
  return html`${shareTable(
    { caption: words.methods, label: locale.words.search.facets.method, shares: methods },
    (code) => codeLabel(locale, 'procurementMethod', code),
    locale,
  )}
${shareTable(
  { caption: words.stages, label: locale.words.search.facets.stage, shares: stages },
  (code) => stageWords[code] ?? code,
  locale,
)}`;
}

function counterpartTable(view: PartyView, locale: Locale): Html {
  const { party: words } = locale.words;
  const own = words[view.side];
  const columns = [
    { label: own.counterpart },
    { label: words.processes, kind: 'figure' as const },
    { label: words.awards, kind: 'figure' as const },
    { label: own.counterpartMoney, kind: 'figure' as const },
  ];
  const other = view.side === 'buyer' ? 'supplier' : 'buyer';
  const rows = view.counterparts.map(({ id, name, processes, awards, money, href }) => [
    html`<a href="${pathIn(locale.language, partyPath(other, id))}">${name}</a>`,
    html`<a href="${pathIn(locale.language, href)}">${formatCount(processes)}</a>`,
    formatCount(awards),
    amount(money, locale),
  ]);
  return html`${concentration(view, locale)}
${table({ caption: own.counterpartsCaption, columns, rows })}
<p class="note">${words.sharedNote}</p>`;
}

const TOP = 3;

/** How much of the pesos the first few have; only where there are more than these few. */
function concentration({ counterparts, money, side }: PartyView, { words }: Locale): Html | false {
  const pesos = money.find(({ currency }) => currency === 'MXN');
  if (counterparts.length <= TOP || pesos === undefined) return false;
  const percent = percentOf(sumOf(counterparts.slice(0, TOP)), pesos.amount);
  if (percent === undefined || Number(percent) > 100) return false;
  return html`<p class="prose">${fillText(words.party[side].concentration, { percent: `${Math.round(Number(percent))} %` })}</p>`;
}

function sumOf(lines: readonly CounterpartLine[]): string {
  return lines.reduce((sum, { money }) => addDecimals(sum, money?.amount ?? '0'), '0');
}

function latest(view: PartyView, locale: Locale): Html {
  const { words, language } = locale;
  return html`${resultList(view.latest, 'h3', locale)}
<p class="take-away"><a href="${pathIn(language, view.allHref)}">${fillText(words.party.all, { n: formatCount(view.processes) })}</a>
 · ${words.party.download}: ${links(view.downloads, locale)} · ${words.party.follow}: ${links(view.feeds, locale)}</p>
${alertOffer(view.site, view.alert)}`;
}

function links(all: PartyView['downloads'] | PartyView['feeds'], { words }: Locale) {
  return all.map(({ format, href }, n) => html`${n > 0 && ', '}<a href="${href}">${words.formats[format]}</a>`);
}

function identity({ side, names, keys }: PartyView, { words }: Locale): Html {
  const own = words.party[side];
  return html`<p class="prose">${keys.every((key) => key.startsWith('c7-')) ? words.party.noIdentifier : own.joined}</p>
<ul class="codes">${keys.filter((key) => !key.startsWith('c7-')).map((key) => html`<li><span class="code">${key}</span></li>`)}</ul>
${
  names.length > 0 &&
  html`<p class="prose">${words.party.aliases}</p><ul class="aliases">${names.map((name) => html`<li>${name}</li>`)}</ul>`
}`;
}
