import { COMPARED_STAGES, dayOf, type ReleaseDifference } from '#ocds';
import { changeTable } from '../components/change-table.js';
import { missing } from '../components/notice.js';
import { fill, fillText, pluralOf } from '../fill.js';
import { formatDay } from '../format/day.js';
import { formatCount } from '../format/number.js';
import { frame } from '../frame.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { changesPath, pathIn, processPath } from '../links.js';
import { codeLabel, localeOf } from '../locale.js';
import type { Locale } from '../locale.js';
import { maskStory } from '../privacy/mask-story.js';
import type { ChangesView, ReleaseLine } from '../views.js';

/** Differences on one page; beyond them a reader compares data, not words. */
const MOST = 500;

/** What changed in a process between any two of its releases, stage by stage, with an address to cite. */
export function changesPage(view: ChangesView): string {
  const locale = localeOf(view.site.language);
  const { words } = locale;
  const page = fillText(words.changes.pageTitle, { title: view.title ?? view.ocid });
  const title = fillText(words.site.title, { page, site: words.site.name });
  const path = changesPath(view.ocid, { from: view.from ?? '', to: view.to });
  const head = { title, description: words.changes.description, path, section: 'processes' as const };
  return frame(view.site, head, content(view, path, locale));
}

function content(view: ChangesView, path: string, locale: Locale): Html {
  const { changes: words } = locale.words;
  const href = pathIn(locale.language, path);
  return html`<div class="opening">
<p><a href="${pathIn(locale.language, processPath(view.ocid))}">${words.back}</a></p>
<h1>${fillText(words.pageTitle, { title: view.title ?? view.ocid })}</h1>
${view.differences && html`<p class="lede">${ledeOf(view, locale)}</p>`}
${choice(view, locale)}
</div>
${view.differences === undefined ? missing(words.unknown) : told(maskStory(view.differences, locale.words.mask), locale)}
<p class="take-away">${fill(words.cite, { link: html`<a class="cited" href="${href}">${view.site.origin}${href}</a>` })}</p>`;
}

function ledeOf({ releases, from, to }: ChangesView, { words }: Locale): string {
  const number = (id: string | undefined) => String(releases.findIndex((release) => release.id === id) + 1);
  if (from !== undefined) return fillText(words.changes.lede, { from: number(from), to: number(to) });
  return fillText(releases[0]?.id === to ? words.changes.first : words.changes.all, { to: number(to) });
}

function choice({ ocid, releases, from, to }: ChangesView, locale: Locale): Html {
  const { changes: words } = locale.words;
  const options = (chosen: string | undefined) =>
    releases.map(
      (release, index) =>
        html`<option value="${release.id}"${release.id === chosen && html` selected`}>${optionText(release, index + 1, locale)}</option>`,
    );
  return html`<form class="filter-line compared" action="${pathIn(locale.language, changesPath(ocid))}" method="get">
<div><label for="desde">${words.from}</label> <select id="desde" name="de"><option value="">${words.beginning}</option>${options(from)}</select></div>
<div><label for="hasta">${words.to}</label> <select id="hasta" name="a">${options(to)}</select></div>
<button type="submit">${words.compare}</button>
</form>`;
}

function optionText({ date, receivedAt, tags }: ReleaseLine, n: number, locale: Locale): string {
  const said = tags.map((tag) => codeLabel(locale, 'tag', tag)).join(', ');
  const dated = dayOf(date ?? receivedAt);
  const day = dated === undefined ? locale.words.common.noDate : formatDay(dated, locale);
  return fillText(locale.words.changes.option, { n: String(n), day, tags: said || locale.words.releases.noTags });
}

function told(differences: readonly ReleaseDifference[], locale: Locale): Html {
  const { changes: words } = locale.words;
  if (differences.length === 0) return html`<p>${words.none}</p>`;
  const shown = differences.slice(0, MOST);
  const counts = { shown: formatCount(MOST), total: formatCount(differences.length) };
  return html`${COMPARED_STAGES.map((stage) => {
    const own = shown.filter((difference) => difference.stage === stage);
    return own.length > 0 && section(stage, own, locale);
  })}
${differences.length > MOST && html`<p class="note">${fillText(words.more, counts)}</p>`}`;
}

function section(stage: ReleaseDifference['stage'], differences: readonly ReleaseDifference[], locale: Locale): Html {
  const { changes: words } = locale.words;
  const heading = words.stages[stage];
  const caption = fillText(pluralOf(words.count, differences.length), { n: formatCount(differences.length) });
  return html`<section class="railed" aria-labelledby="cambios-${stage}">
<h2 id="cambios-${stage}">${heading}</h2>
<div>${changeTable(caption, differences, locale)}</div>
</section>
`;
}
