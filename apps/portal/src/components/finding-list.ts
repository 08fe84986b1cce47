import { fill, fillText, pluralOf } from '../fill.js';
import { formatCount } from '../format/number.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { codeLabel } from '../locale.js';
import type { Locale } from '../locale.js';
import { maskStory } from '../privacy/mask-story.js';
import { groupFindings } from '../story/findings.js';
import type { FindingGroup } from '../story/findings.js';
import type { Finding, FindingsView } from '../views.js';

/** Places shown of one broken rule; the rest are counted. */
const PLACES = 3;

/** What the validation rules found: each rule once, in words, with places and remedy. */
export function findingList(view: FindingsView, locale: Locale): Html {
  const { findings: words } = locale.words;
  const { total, shown, onlyNotes } = maskStory(view, locale.words.mask);
  if (total === 0) return html`<p>${words.none}</p>`;
  return html`<p>${fillText(pluralOf(onlyNotes ? words.notes : words.lede, total), { n: formatCount(total) })}
${shown.length < total && fillText(words.shown, { shown: formatCount(shown.length) })}</p>
<ul class="findings">${groupFindings(shown).map(
    (group) => html`<li>${findingGroup(group, locale)}</li>
`,
  )}</ul>`;
}

function findingGroup({ rule, severity, findings }: FindingGroup, locale: Locale): Html {
  const { language, words } = locale;
  const [first] = findings;
  return html`<p><strong>${codeLabel(locale, 'severity', severity)}.</strong> ${first.message[language]}</p>
${first.remedy && html`<p>${words.findings.remedy}: ${first.remedy[language]}</p>`}
<p class="facts"><span>${words.findings.where}: ${places(findings, locale)}</span> <span>${words.findings.rule}: <span class="code">${rule}</span></span></p>`;
}

function places(findings: readonly Finding[], { words }: Locale): Html {
  const shown = findings.slice(0, PLACES).map(({ pointer, path }) => pointer ?? path ?? words.provenance.wholeFile);
  const more = findings.length - PLACES;
  const rest = more > 0 && html` ${fill(pluralOf(words.findings.more, more), { n: formatCount(more) })}`;
  return html`${shown.map((place, index) => html`${index > 0 && ', '}<span class="code">${place}</span>`)}${rest}`;
}
