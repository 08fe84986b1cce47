import type { Bilingual } from '#ocds';
import type { Measured, Observation } from './metric.js';
import words from './words.json' with { type: 'json' };

type Language = keyof Bilingual;

const UNITS: Readonly<Record<Observation['unit'], { readonly one: Bilingual; readonly other: Bilingual }>> =
  words.units;
const SCOPES: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = words.scopes;

/** A figure with its unit: «1,243 procesos», «$1,200.00 MXN», «87.5 %»; why there is none where there is none. */
export function sayValue({ value, unit, currency, denominator }: Observation, language: Language): string {
  if (value === null)
    return denominator === null && unit === 'percent' ? words.none.outside[language] : words.none.empty[language];
  const figure = grouped(value);
  if (unit === 'amount') return currency === 'MXN' ? `$${figure} MXN` : `${figure} ${currency ?? ''}`.trim();
  return `${figure} ${UNITS[unit][value === '1' ? 'one' : 'other'][language]}`;
}

/** Which part of everything a figure is of; undefined where it is of everything. */
export function sayScope({ scope }: Observation, language: Language): string | undefined {
  if (!scope) return undefined;
  const known = SCOPES[scope.by] ?? {};
  const value = scope.value ?? '';
  return Object.hasOwn(known, value) ? known[value]![language] : value;
}

/** A metric in one line: its figures one after the other, but those by year and by method, which are a table. */
export function sayMeasured({ observations }: Measured, language: Language): string {
  const told = observations.filter(({ scope }) => scope?.by !== 'year' && scope?.by !== 'method');
  return told
    .map((one) => {
      const scope = one.unit === 'amount' ? undefined : sayScope(one, language);
      return scope === undefined ? sayValue(one, language) : `${scope}: ${sayValue(one, language)}`;
    })
    .join('; ');
}

function grouped(value: string): string {
  const [whole = '', fraction] = value.split('.');
  const figure = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? figure : `${figure}.${fraction}`;
}
