import { dayOf } from '#ocds';
import { notice } from './components/notice.js';
import { searchBox } from './components/search-box.js';
import { dayInText } from './components/day.js';
import { fill, fillText } from './fill.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { pathIn } from './links.js';
import { localeOf } from './locale.js';
import type { Language, Locale } from './locale.js';
import { pageDocument } from './page-document.js';
import type { DocumentHead } from './page-document.js';
import type { SiteView } from './views.js';

/** What a page tells its frame. */
export interface PageHead extends DocumentHead {
  /** Pages that bring their own search box have none in the head. */
  readonly ownSearch?: boolean;
  /** Which section of the navigation the page belongs to. */
  readonly section?: 'home' | 'processes' | 'open' | 'suppliers' | 'buyers' | 'commitments' | 'explore' | 'data';
}

/** A whole document of the public site: navigation, demonstration notice, the page, footer. */
export function frame(site: SiteView, head: PageHead, main: Html): string {
  const locale = localeOf(site.language);
  return pageDocument(
    site,
    head,
    html`${masthead(head, locale)}
${demoNotice(site, locale)}
<main id="contenido" tabindex="-1">
${main}
</main>
${footer(site, head, locale)}`,
  );
}

/** Says on every page that demonstration data is loaded, where it is. */
export function demoNotice({ demo }: SiteView, { words }: Locale): Html | false {
  return demo && notice(words.demo.title, words.demo[demo], words.demo.label);
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
<li>${section('commitments', '/compromisos', words.nav.commitments, head, locale)}</li>
<li>${section('explore', '/explorar', words.nav.explore, head, locale)}</li>
<li>${section('data', '/descargas', words.nav.data, head, locale)}</li>
</ul></nav>
${languageSwitch(head, locale)}
</div>
${!head.ownSearch && searchBox({ query: '', small: true }, locale)}
</header>`;
}

const FOOTER_LINKS = [
  ['about', '/acerca'],
  ['policy', '/politica-de-publicacion'],
  ['downloads', '/descargas'],
  ['api', '/api/docs'],
  ['dictionary', '/diccionario'],
  ['glossary', '/glosario'],
  ['contract', '/como-leer-un-contrato'],
  ['accessibility', '/accesibilidad'],
] as const;

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
<p${updated === undefined && html` class="screen-only"`}><span class="screen-only">${words.footer.privacy}</span> ${updated !== undefined && fill(words.footer.updated, { day: dayInText(updated, locale) })}</p>
${path !== undefined && html`<p class="print-only">${fillText(words.footer.address, { address: site.origin + pathIn(site.language, path) })}</p>`}
</div>
<nav aria-label="${words.footer.links}"><ul>
${FOOTER_LINKS.map(
  ([name, href]) => html`<li><a href="${pathIn(locale.language, href)}">${words.reading[name]}</a></li>
`,
)}</ul></nav>
</footer>`;
}
