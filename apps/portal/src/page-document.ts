import { html, render } from './html.js';
import type { Html } from './html.js';
import { pathIn } from './links.js';
import { localeOf } from './locale.js';
import type { FeedLink, SiteView } from './views.js';

/** What goes into a document's head. */
export interface DocumentHead {
  readonly title: string;
  readonly description?: string;
  /** Path and query in Spanish form; absent for pages that have no address of their own (errors). */
  readonly path?: string;
  /** Kept out of search engines: result lists, errors, and whatever one signs in for. */
  readonly unlisted?: boolean;
  /** Feeds that readers of feeds should find. */
  readonly feeds?: readonly FeedLink[];
  /** Scripts beside the one that every page has. */
  readonly scripts?: readonly string[];
}

/** A whole document: head, skip link, then what the frame puts around the page. No inline style or script. */
export function pageDocument(site: SiteView, head: DocumentHead, body: Html): string {
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
${['enhance.js', ...(head.scripts ?? [])].map(
  (name) => html`<script src="${asset(site, name)}" defer></script>
`,
)}</head>
<body>
<a class="skip" href="#contenido">${locale.words.site.skip}</a>
${body}
</body>
</html>
`);
}

function addresses({ origin, language }: SiteView, { path }: DocumentHead): Html | false {
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
