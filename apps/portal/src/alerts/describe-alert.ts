import type { Alert } from '#alerts';
import { filterText } from '../components/facets.js';
import { fillText } from '../fill.js';
import { localeOf } from '../locale.js';
import type { ActiveFilter } from '../views.js';
import { alertWords } from './alert-words.js';

/** Names of the parties that an alert is about, by filter; a party that is no longer published has none. */
export type PartyNames = Readonly<Partial<Record<'buyer' | 'supplier' | 'participant', string>>>;

/** What an alert follows, in words: what kind of thing first, then what narrows it. */
export function describeAlert(
  { topic, filters, language }: Pick<Alert, 'topic' | 'filters' | 'language'>,
  names: PartyNames,
) {
  const locale = localeOf(language);
  const words = alertWords(language);
  const party = topic === 'buyer' ? filters.buyer : filters.participant;
  const name = (topic === 'buyer' ? names.buyer : names.participant) ?? party ?? '';
  if (topic === 'buyer' || topic === 'supplier') return [fillText(words.topics[topic], { name })];
  const { q, status, ...rest } = filters;
  const narrowing = Object.entries(topic === 'open' ? rest : { ...rest, status }).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const filter = key as ActiveFilter['name'];
    const label = names[key as keyof PartyNames];
    return [fillText(words.filter, filterText({ name: filter, value: String(value), label, removeHref: '' }, locale))];
  });
  return [words.topics[topic], ...(q === undefined ? [] : [fillText(words.words, { query: q })]), ...narrowing];
}

/** The same in a few words, for a subject. */
export function alertInBrief(alert: Pick<Alert, 'topic' | 'filters' | 'language'>, names: PartyNames): string {
  const { q: query } = alert.filters;
  return query === undefined
    ? describeAlert(alert, names).join(', ')
    : fillText(alertWords(alert.language).brief, { query });
}
