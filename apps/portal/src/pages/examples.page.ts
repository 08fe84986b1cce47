import { allExamples } from '../components/all-examples.js';
import type { Examples } from '../components/examples.js';
import { fillText } from '../fill.js';
import { frame } from '../frame.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { localeOf } from '../locale.js';
import type { Locale } from '../locale.js';
import type { SiteView } from '../views.js';

/** The sample book: every component with every case, for whoever changes one. */
export function examplesPage(site: SiteView): string {
  const locale = localeOf(site.language);
  const { words } = locale;
  const title = fillText(words.site.title, { page: words.examples.title, site: words.site.name });
  return frame(site, { title, unlisted: true, ownSearch: true }, content(locale));
}

function content(locale: Locale): Html {
  return html`<div class="opening"><h1>${locale.words.examples.title}</h1><p class="lede">${locale.words.examples.lede}</p></div>
${Object.entries(allExamples).map(([name, examples]) => component(name, examples, locale))}`;
}

function component(name: string, examples: Examples, locale: Locale): Html {
  return html`<section class="railed"><h2 lang="en">${name}</h2><div>${Object.entries(examples).map(
    ([
      title,
      example,
    ]) => html`<div class="example"><p class="example-name" lang="en">${title}</p>${example(locale)}</div>
`,
  )}</div></section>
`;
}
