import { table } from '../components/table.js';
import { fillText } from '../fill.js';
import { frame } from '../frame.js';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import { pathIn, webAddress } from '../links.js';
import { localeOf } from '../locale.js';
import type { Language, Locale } from '../locale.js';
import type { ReadingBlock, ReadingPage, ReadingSection } from '../reading/reading-page.js';
import { READING_PAGES } from '../reading/reading-pages.js';
import type { PublisherLine, ReadingView } from '../views.js';

/** A page to be read: what the site is, its policy, its words. The policy ends with who publishes, and how. */
export function readingPage({ site, name, publishers }: ReadingView): string {
  const locale = localeOf(site.language);
  const page: ReadingPage = READING_PAGES[name][site.language];
  const title = fillText(locale.words.site.title, { page: page.title, site: locale.words.site.name });
  return frame(
    site,
    { title, description: page.description, path: `/${name}` },
    html`<article class="reading">
<div class="opening">
<h1>${page.title}</h1>
<p class="lede">${page.lede}</p>
</div>
${page.sections.map((section) => sectionOf(section, site.language))}
${publishers && publishersSection(publishers, locale)}</article>`,
  );
}

function sectionOf({ id, heading, blocks }: ReadingSection, language: Language): Html {
  return html`<section class="prose" aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
${blocks.map((block) => blockOf(block, language))}</section>
`;
}

function blockOf(block: ReadingBlock, language: Language): Html {
  if (typeof block === 'string')
    return html`<p>${linked(block, language)}</p>
`;
  if ('list' in block)
    return html`<ul>${block.list.map((item) => html`<li>${linked(item, language)}</li>`)}</ul>
`;
  return html`<dl class="terms">${block.terms.map(
    ([term = '', meaning = '']) => html`<dt>${term}</dt><dd>${linked(meaning, language)}</dd>`,
  )}</dl>
`;
}

const LINK = /\[([^\]]+)\]\((\/[^)\s]*)\)/;

function linked(text: string, language: Language): readonly Child[] {
  const found = LINK.exec(text);
  if (!found) return [text];
  const [whole, words, path = '/'] = found;
  const href = pathIn(language, path);
  const rest = text.slice(found.index + whole.length);
  return [text.slice(0, found.index), html`<a href="${href}">${words}</a>`, ...linked(rest, language)];
}

function publishersSection(publishers: readonly PublisherLine[], locale: Locale): Html {
  const { publishers: words } = locale.words;
  const columns = [words.name, words.prefix, words.held, words.contact, words.license].map((label) => ({ label }));
  const rows = publishers.map((one) => [
    website(one.name, one.uri),
    html`<code>${one.ocidPrefix}</code>`,
    words.policies[one.policy],
    contactOf(one) ?? missing(words.noContact),
    one.license === undefined ? missing(words.noLicense) : website(one.license, one.license),
  ]);
  return html`<section aria-labelledby="publicadores">
<h2 id="publicadores">${words.heading}</h2>
${table({ caption: words.caption, columns, rows })}
</section>
`;
}

function website(text: string, address: string | undefined): Child {
  const href = webAddress(address);
  return href === undefined ? text : html`<a href="${href}">${text}</a>`;
}

function contactOf({ contact }: PublisherLine): Child | undefined {
  const said = [contact?.name, contact?.email, contact?.phone].filter((part) => part !== undefined);
  return said.length > 0 ? said.join(' · ') : undefined;
}

function missing(text: string): Html {
  return html`<span class="missing">${text}</span>`;
}
