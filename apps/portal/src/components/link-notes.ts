import type { LinkHealth } from '#links';
import { localDay } from '#tracking';
import { fillText } from '../fill.js';
import { formatDay } from '../format/day.js';
import type { Locale } from '../locale.js';

/** Addresses that are not asked. */
const NOT_PUBLIC: ReadonlySet<string> = new Set(['ADDRESS_FORBIDDEN', 'PORT_FORBIDDEN', 'URL_FORBIDDEN']);

/** What there is to say of a link: that it does not answer, that it holds another thing than it did; nothing of a sound one. */
export function linkNotes(
  { fault, failingSince, httpStatus, changedSince }: LinkHealth,
  locale: Locale,
): readonly string[] {
  const { links: words } = locale.words;
  const day = (instant: string) => formatDay(localDay(new Date(instant)), locale);
  if (fault !== null && NOT_PUBLIC.has(fault)) return [words.notPublic];
  if (failingSince !== null) {
    const said = httpStatus === null ? words.silent : words.answers;
    return [fillText(said, { day: day(failingSince), status: httpStatus ?? '' })];
  }
  return changedSince === null ? [] : [fillText(words.changed, { day: day(changedSince) })];
}
