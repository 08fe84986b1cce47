import { type CodeOf, labelOf } from '../model/enumerations.js';
import type { Provenance, Quantity, Recorded } from '../model/fact.js';
import type { PartialDate } from '../model/partial-date.js';
import type { Run, Text } from './report-document.js';

/** «31 asistentes», «al menos 30 asistentes (en la fuente: «más de 30 asistentes»)». */
export function quantityWords({ value, qualifier, measure, text }: Quantity): string {
  const unit = labelOf('quantityMeasure', measure).es;
  const figure = measure === 'MXN' ? `$${grouped(value)}.00 MXN` : `${grouped(value)} ${unit}`;
  const said = text === undefined || text === figure ? '' : ` (en la fuente: «${text}»)`;
  return `${BEFORE[qualifier]}${figure}${said}`;
}

const BEFORE: Readonly<Record<CodeOf<'quantityQualifier'>, string>> = {
  exact: '',
  words: '',
  at_least: 'al menos ',
  approx: 'cerca de ',
};

/** Whole numbers with the thousands apart: 13,600. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

const MONTHS = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');

/** «18 feb 2018», «abril de 2017 (en la fuente: «en el mes de abril»; el año es inferido)». */
export function dateWords(date: PartialDate): string {
  const said = asideOf(date);
  return said === '' ? rangeWords(date) : `${rangeWords(date)} (${said})`;
}

function asideOf(date: PartialDate): string {
  const { text, yearInferred } = date;
  const source = text === undefined || text === longWords(date) ? '' : `en la fuente: «${text}»`;
  return [source, yearInferred ? 'el año es inferido' : ''].filter(Boolean).join('; ');
}

/** The date as a report in Spanish would write it: what says the same needs no quotation. */
function longWords(date: PartialDate): string {
  if (date.precision !== 'day') return rangeWords(date);
  const [year, month, day] = date.earliest.split('-');
  return `${Number(day)} de ${MONTHS[Number(month) - 1]} de ${year}`;
}

function rangeWords({ earliest, latest, precision }: PartialDate): string {
  const [year, month] = earliest.split('-');
  if (precision === 'day') return dayWords(earliest);
  if (precision === 'month') return `${MONTHS[Number(month) - 1]} de ${year}`;
  if (precision === 'year') return year!;
  return `entre el ${dayWords(earliest)} y el ${dayWords(latest)}`;
}

/** «18 feb 2018» of an ISO day. */
export function dayWords(day: string): string {
  const [year, month, number] = day.split('-');
  return `${Number(number)} ${MONTHS[Number(month) - 1]!.slice(0, 3)} ${year}`;
}

export function strong(text: string): Run {
  return { text, style: 'strong' };
}

/** Where something comes from: « [L92]»; of another source its place is told where it is named. */
export function sourceRun({ locator, kind }: Provenance): Run {
  const place = locator ?? 'otra fuente';
  return { text: ` [${kind === 'inferido' ? `${place}; inferido` : place}]`, style: 'source' };
}

export function missing(reason: CodeOf<'nullReason'>): Run {
  return { text: labelOf('nullReason', reason).es, style: 'missing' };
}

/** The words for a field, or why it is absent. */
export function fieldText(recorded: Recorded, field: string, words: string | undefined): Text {
  if (words !== undefined) return [{ text: words }];
  return [missing(recorded.nulls[field] ?? 'no_reportado')];
}

/** «a, b y c». */
export function listWords(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  const last = items.at(-1)!;
  return `${items.slice(0, -1).join(', ')} ${/^h?i(?!e)/i.test(last) ? 'e' : 'y'} ${last}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
