import type { StandingEntry, StandingSource, SupplierStanding } from '#search';
import { fillText } from '../fill.js';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import type { Locale } from '../locale.js';
import { dayInTable } from './day.js';
import { table } from './table.js';

/** Lists that suppliers are looked up in, whether or not this platform has received them. */
const LISTS: readonly string[] = ['sat-69b'];

const FULL_RFC = /^MX-RFC-[A-ZÑ&]{3,4}\d{6}[A-Z\d]{3}$/;

/** Whether a supplier is in the registers and on the lists, by which file and of what day; what is not known, with why. */
export function standingTable(standing: SupplierStanding, keys: readonly string[], locale: Locale): Html {
  const { standing: words } = locale.words.party;
  const columns = [
    { label: words.where },
    { label: words.says },
    { label: words.since, kind: 'day' as const },
    { label: words.source },
  ];
  const rows = [...registerRows(standing, keys, locale), ...listRows(standing, keys, locale)];
  return html`${table({ caption: words.caption, columns, rows })}
<p class="note">${words.note}</p>`;
}

type Row = readonly Child[];

function registerRows({ sources, entries }: SupplierStanding, keys: readonly string[], locale: Locale): readonly Row[] {
  const { standing: words } = locale.words.party;
  const registers = sources.filter(({ list }) => list === null);
  if (registers.length === 0) return [unknown(words.register, words.noRegister)];
  return registers.map((register) => {
    const name = fillText(words.registerOf, { publisher: register.publisher });
    const entry = entries.find((one) => isOf(one, register));
    if (entry) return found(name, words.registered, entry, locale);
    const isSought = keys.some((key) => FULL_RFC.test(key) || !/^(MX-RFC|c7)-/.test(key));
    return isSought ? absent(name, words.notRegistered, register, locale) : unknown(name, words.noIdentifier);
  });
}

function listRows({ sources, entries }: SupplierStanding, keys: readonly string[], locale: Locale): readonly Row[] {
  const { standing: words } = locale.words.party;
  const names: Readonly<Record<string, string>> = words.lists;
  const situations: Readonly<Record<string, string>> = words.situations;
  const received = sources.filter(({ list }) => list !== null);
  const missing = LISTS.filter((list) => !received.some((source) => source.list === list));
  const rows = received.map((source): Row => {
    const name = names[source.list!] ?? source.list!;
    const entry = entries.find((one) => isOf(one, source));
    if (entry) return found(name, situations[entry.situation ?? ''] ?? words.listed, entry, locale);
    const isSought = keys.some((key) => FULL_RFC.test(key));
    return isSought ? absent(name, words.notListed, source, locale) : unknown(name, words.noRfc);
  });
  return [...rows, ...missing.map((list) => unknown(names[list] ?? list, words.noList))];
}

function isOf(entry: StandingEntry, { publisherId, list }: StandingSource): boolean {
  return entry.publisherId === publisherId && entry.list === list;
}

function found(name: string, says: string, entry: StandingEntry, locale: Locale): Row {
  const { standing: words } = locale.words.party;
  const { since, fileName, reportedOn, receivedOn } = entry;
  const day = since === null ? html`<span class="missing">${words.noSince}</span>` : dayInTable(since, locale);
  const told = reportedOn === null ? words.fromFile : words.fromFileOf;
  const source = fillText(told, { file: fileName, day: reportedOn ?? '', received: receivedOn });
  return [name, says, day, source];
}

function absent(name: string, says: string, { receivedOn }: StandingSource, locale: Locale): Row {
  return [name, says, '', fillText(locale.words.party.standing.fromNewest, { received: receivedOn })];
}

function unknown(name: string, reason: string): Row {
  return [name, html`<span class="missing">${reason}</span>`, '', ''];
}
