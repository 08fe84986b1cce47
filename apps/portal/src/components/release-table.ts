import { fillText, pluralOf } from '../fill.js';
import { formatCount } from '../format/number.js';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import { changesPath, pathIn, releaseApiPath } from '../links.js';
import { codeLabel } from '../locale.js';
import type { Locale } from '../locale.js';
import type { ReleaseLine } from '../views.js';
import { dateInTable } from './day.js';
import { foldedTable } from './folded-table.js';
import { missing } from './notice.js';

/** The releases of a process, oldest first, each with both dates and its data. */
export function releaseTable(ocid: string, releases: readonly ReleaseLine[], locale: Locale): Html {
  const { releases: words } = locale.words;
  if (releases.length === 0) return missing(words.none);
  const columns = [
    { label: words.number, kind: 'figure' as const },
    { label: words.tags },
    { label: words.date, kind: 'day' as const },
    { label: words.received, kind: 'day' as const },
    { label: words.changes, kind: 'link' as const },
    { label: words.json, kind: 'link' as const },
  ];
  const caption = fillText(pluralOf(words.caption, releases.length), { n: formatCount(releases.length) });
  const rows = releases.map((release, index) => releaseRow(ocid, release, index + 1, locale));
  return html`<p class="note">${words.lede}</p>
<div class="releases">${foldedTable({ caption, columns, rows }, locale)}</div>`;
}

function releaseRow(ocid: string, release: ReleaseLine, n: number, locale: Locale): readonly Child[] {
  const { releases: words } = locale.words;
  const tags = release.tags.map((tag) => codeLabel(locale, 'tag', tag)).join(', ');
  const label = fillText(words.jsonLabel, { n });
  return [
    n,
    tags === '' ? words.noTags : tags,
    dateInTable(release.date, locale),
    dateInTable(release.receivedAt, locale),
    html`<a href="${pathIn(locale.language, changesPath(ocid, { to: release.id }))}" aria-label="${fillText(words.changesLabel, { n })}">${words.changesLink}</a>`,
    html`<a href="${releaseApiPath(ocid, release.id)}" aria-label="${label}">${words.jsonLink}</a>`,
  ];
}
