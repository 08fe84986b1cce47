import { fillText, pluralOf } from '../fill.js';
import { formatCount } from '../format/number.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { partyPath, pathIn } from '../links.js';
import type { Locale } from '../locale.js';
import type { SearchHelp } from '../search.view.js';
import type { Total } from '../views.js';
import { filterText } from './facets.js';

/** Ways out of an empty result: what was meant, who is called like that, and which filter to take off. */
export function searchHelp({ spelling, fewer, parties }: SearchHelp, locale: Locale): Html {
  const { language, words } = locale;
  const { help } = words.search;
  return html`${
    spelling &&
    html`<p class="did-you-mean">${help.spelling} <a href="${pathIn(language, spelling.href)}">${spelling.query}</a> (${countOf(spelling.total, locale)})</p>`
  }
${
  parties.length > 0 &&
  html`<section class="help"><h2>${help.parties}</h2>
<ul class="plain">${parties.map(
    ({
      side,
      id,
      name,
      processes,
    }) => html`<li><a href="${pathIn(language, partyPath(side, id))}">${name}</a> (${words.party[side].kind.toLowerCase()}, ${countOf({ value: processes }, locale)})</li>
`,
  )}</ul></section>`
}
${
  fewer.length > 0 &&
  html`<section class="help"><h2>${help.fewer}</h2>
<ul class="plain">${fewer.map(
    ({
      filter,
      total,
    }) => html`<li><a href="${pathIn(language, filter.removeHref)}">${fillText(help.without, filterText(filter, locale))}</a> (${countOf(total, locale)})</li>
`,
  )}</ul></section>`
}`;
}

function countOf({ value, capped }: Total, { words }: Locale): string {
  const n = capped ? fillText(words.search.capped, { n: formatCount(value) }) : formatCount(value);
  return fillText(pluralOf(words.home.processesCount, value), { n });
}
