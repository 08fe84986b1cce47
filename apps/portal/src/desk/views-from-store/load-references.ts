import type { EntityManager } from 'typeorm';
import type { Bilingual } from '#ocds';
import { historyOf, listReference } from '#publishing';
import { newestOf, referenceFields, type ReferenceKind, type ReferenceVersion, standingOf } from '#reference';
import { fillText } from '../../fill.js';
import type { DeskLocale } from '../desk-locale.js';
import type { ReferenceEntryView, ReferenceField, ReferenceListView } from '../views/administration.view.js';

const ROWS = 50;
const SOURCE = 'source.';

/** Where a page of the list begins: after this entry. */
export interface ReferencePlace {
  readonly key: string;
  readonly version: number;
}

/** A page of the facts of a kind that stand. */
export async function loadReferenceList(
  manager: EntityManager,
  { kind, query, after }: { kind: ReferenceKind; query: string; after?: ReferencePlace | undefined },
  locale: DeskLocale,
): Promise<Pick<ReferenceListView, 'columns' | 'entries'> & { readonly next?: ReferencePlace }> {
  const found = await listReference(manager, kind, { query, after, limit: ROWS + 1 });
  const shown = found.slice(0, ROWS);
  const last = shown.at(-1);
  return {
    columns: ['name', 'key', 'period', 'source'].map((name) => word(locale, name as 'name')),
    entries: shown.map(({ key, version, fact }) => ({
      id: `${encodeURIComponent(key)}/${version}`,
      cells: [fact.data['name'] ?? fact.data['title'] ?? key, key, periodOf(fact, locale), fact.source.title],
    })),
    ...(found.length > ROWS && last && { next: { key: last.key, version: last.version } }),
  };
}

/** One fact with the history of its entry; none where there is no such standing version. */
export async function loadReferenceEntry(
  manager: EntityManager,
  kind: ReferenceKind,
  key: string,
  version: number,
  locale: DeskLocale,
): Promise<Pick<ReferenceEntryView, 'title' | 'form' | 'history'> | undefined> {
  const history = await historyOf(manager, kind, key);
  const one = standingOf(history).find((standing) => standing.version === version);
  if (!one) return undefined;
  const { data, validFrom, validTo, source } = one.fact;
  const told = Object.entries(source).map(([name, value]) => [SOURCE + name, value as string]);
  const dates = { validFrom: validFrom ?? '', validTo: validTo ?? '', vista: String(newestOf(history)) };
  const values = { ...data, ...(Object.fromEntries(told) as Record<string, string>), ...dates };
  const lines = history.toReversed().map((line) => historyLine(line, locale));
  return { title: data['name'] ?? key, form: { values, errors: [] }, history: lines };
}

/** The fields of a kind's form: of the fact, of its time, of its source. */
export function referenceFormFields(
  kind: ReferenceKind,
  isNew: boolean,
  locale: DeskLocale,
): readonly ReferenceField[] {
  const day = (name: string, label: 'from' | 'to'): ReferenceField => ({
    name,
    label: word(locale, label),
    hint: word(locale, 'dayHint'),
    kind: 'date',
    optional: true,
  });
  const key: ReferenceField = {
    name: 'clave',
    label: word(locale, 'key'),
    hint: word(locale, 'keyHint'),
    kind: 'text',
  };
  const fields = (of: ReferenceKind | 'source', prefix: string): readonly ReferenceField[] =>
    referenceFields(of).map(({ name, label, help, input, choices, required }) => ({
      name: prefix + name,
      label,
      hint: help,
      kind: input,
      choices: choices.map((choice) => ({ value: choice.value, label: choice.label[locale.language] })),
      optional: !required,
    }));
  return [
    ...(isNew ? [key] : []),
    ...fields(kind, ''),
    day('validFrom', 'from'),
    day('validTo', 'to'),
    ...fields('source', SOURCE),
  ];
}

/** A word of ours in the reader's language, where a page wants both. */
function word(
  { desk }: DeskLocale,
  name: 'key' | 'keyHint' | 'from' | 'to' | 'dayHint' | 'name' | 'period' | 'source',
): Bilingual {
  const text = desk.references[name];
  return { es: text, en: text };
}

function periodOf(
  { validFrom, validTo }: { readonly validFrom: string | null; readonly validTo: string | null },
  { desk }: DeskLocale,
): string {
  if (validFrom === null && validTo === null) return desk.references.periodUnknown;
  return fillText(desk.references.periodText, { from: validFrom ?? '…', to: validTo ?? '…' });
}

function historyLine(
  { at, by, reason, fact, version }: ReferenceVersion,
  locale: DeskLocale,
): ReferenceEntryView['history'][number] {
  const said =
    fact === null ? locale.desk.references.retired : [periodOf(fact, locale), ...Object.values(fact.data)].join(' · ');
  return { at: at.toISOString(), by: by.name, reason, said: `${version}. ${said}` };
}
