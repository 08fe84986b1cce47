import { dayOf } from '#ocds';
import { notice } from './components/notice.js';
import { searchBox } from './components/search-box.js';
import { dayInText } from './components/day.js';
import { fill, fillText } from './fill.js';
import { html, render } from './html.js';
import type { Html } from './html.js';
import { pathIn } from './links.js';
import { localeOf } from './locale.js';
import type { Language, Locale } from './locale.js';
import type { FeedLink, SiteView } from './views.js';

/** What a page tells its frame. */
export interface PageHead {
  readonly title: string;
  readonly description?: string;
  /** Path and query in Spanish form; absent for pages that have no address of their own (errors). */
  readonly path?: string;
  /** Kept out of search engines: result lists and errors. */
  readonly unlisted?: boolean;
  /** Pages that bring their own search box have none in the head. */
  readonly ownSearch?: boolean;
  /** Which section of the navigation the page belongs to. */
  readonly section?: 'home' | 'processes' | 'open' | 'suppliers' | 'buyers';
  /** Feeds that readers of feeds should find. */
  readonly feeds?: readonly FeedLink[];
}

/** A whole document: head, skip link, navigation, demonstration notice, the page, footer. No inline style or script. */
export function frame(site: SiteView, head: PageHead, main: Html): string {
  const locale = localeOf(site.language);
  return render(html`<!doctype html>
<html lang="${locale.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${head.title}</title>
<meta name="description" content="${head.description ?? locale.words.site.description}">
${head.unlisted && html`<meta name="robots" content="noindex, follow">`}
${addresses(site, head)}
${head.feeds?.map(feedLink)}
<link rel="icon" href="${asset(site, 'icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${asset(site, 'styles.css')}">
<script src="${asset(site, 'enhance.js')}" defer></script>
</head>
<body>
<a class="skip" href="#contenido">${locale.words.site.skip}</a>
${masthead(head, locale)}
${site.demo && notice(locale.words.demo.title, locale.words.demo[site.demo], locale.words.demo.label)}
<main id="contenido" tabindex="-1">
${main}
</main>
${footer(site, head, locale)}
</body>
</html>
`);
}

function addresses({ origin, language }: SiteView, { path }: PageHead): Html | false {
  if (path === undefined) return false;
  return html`<link rel="canonical" href="${origin}${pathIn(language, path)}">
<link rel="alternate" hreflang="es-MX" href="${origin}${pathIn('es', path)}">
<link rel="alternate" hreflang="en" href="${origin}${pathIn('en', path)}">
<link rel="alternate" hreflang="x-default" href="${origin}${pathIn('es', path)}">`;
}

const FEED_TYPES = { atom: 'application/atom+xml', json: 'application/feed+json', ical: 'text/calendar' };

function feedLink({ format, href }: FeedLink): Html {
  return html`<link rel="alternate" type="${FEED_TYPES[format]}" href="${href}">
`;
}

function asset({ assetVersion }: SiteView, name: string): string {
  return assetVersion === undefined ? `/assets/${name}` : `/assets/${name}?v=${encodeURIComponent(assetVersion)}`;
}

function masthead(head: PageHead, locale: Locale): Html {
  const { words, language } = locale;
  return html`<header class="masthead">
<div class="nameplate"><a href="${pathIn(language, '/')}">${words.site.name}</a> <span class="tagline">${words.site.tagline}</span></div>
<div class="nav-line">
<nav aria-label="${words.nav.label}"><ul>
<li>${section('home', '/', words.nav.home, head, locale)}</li>
<li>${section('processes', '/procesos', words.nav.processes, head, locale)}</li>
<li>${section('open', '/licitaciones-abiertas', words.nav.open, head, locale)}</li>
<li>${section('suppliers', '/proveedores', words.nav.suppliers, head, locale)}</li>
<li>${section('buyers', '/compradores', words.nav.buyers, head, locale)}</li>
<li><a href="/api/v1/records">${words.nav.data}</a></li>
</ul></nav>
${languageSwitch(head, locale)}
</div>
${!head.ownSearch && searchBox({ query: '', small: true }, locale)}
</header>`;
}

function section(name: PageHead['section'], path: string, label: string, head: PageHead, { language }: Locale): Html {
  return html`<a href="${pathIn(language, path)}"${head.section === name && html` aria-current="page"`}>${label}</a>`;
}

function languageSwitch({ path = '/' }: PageHead, { language, words }: Locale): Html {
  const other: Language = language === 'es' ? 'en' : 'es';
  const tag = localeOf(other).tag;
  return html`<a class="language" href="${pathIn(other, path)}" lang="${tag}" hreflang="${tag}">${words.language.switch}</a>`;
}

function footer(site: SiteView, { path }: PageHead, locale: Locale): Html {
  const { words } = locale;
  const updated = dayOf(site.updatedAt);
  return html`<footer class="colophon">
<div>
<p>${words.footer.about}</p>
<p>${words.footer.privacy} ${updated !== undefined && fill(words.footer.updated, { day: dayInText(updated, locale) })}</p>
${path !== undefined && html`<p class="print-only">${fillText(words.footer.address, { address: site.origin + pathIn(site.language, path) })}</p>`}
</div>
<nav aria-label="${words.footer.links}"><ul>
<li><a href="/api/v1/records">${words.footer.records}</a></li>
<li><a href="/api/v1/releases">${words.footer.releases}</a></li>
<li><a href="/api/v1/changes">${words.footer.changes}</a></li>
</ul></nav>
</footer>`;
}
