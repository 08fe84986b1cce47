import { foldText } from './fold-text.js';

/** A day of the calendar at the beginning of a text, and what follows it. */
export interface FoundDay {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly rest: string;
}

/** Finds the day a text begins with; undefined when it is none, or one that no calendar has. */
export function findDay(text: string): FoundDay | undefined {
  return yearFirst(text) ?? dayFirst(text) ?? inWords(text) ?? serial(text);
}

const END = String.raw`(?:[Tt ,]\s*(.*))?$`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${END}`, 's');
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4})${END}`, 's');
const IN_WORDS = new RegExp(
  String.raw`^(?:[\p{L}]+,? )?(\d{1,2})(?:[oº°]|ro)?\.?(?: de |[-/ ])([\p{L}]{3,10})\.?(?: del? (?:año )?|,? |[-/])(\d{4})${END}`,
  'isu',
);
const SERIAL = /^(\d{5})(?:\.(\d+))?$/;

function yearFirst(text: string): FoundDay | undefined {
  const [whole, year, , month, day, rest] = YEAR_FIRST.exec(text) ?? [];
  return whole === undefined ? undefined : dayOf(Number(year), Number(month), Number(day), rest);
}

function dayFirst(text: string): FoundDay | undefined {
  const [whole, day, , month, year, rest] = DAY_FIRST.exec(text) ?? [];
  return whole === undefined ? undefined : dayOf(Number(year), Number(month), Number(day), rest);
}

function inWords(text: string): FoundDay | undefined {
  const [whole, day, name = '', year, rest] = IN_WORDS.exec(text) ?? [];
  const month = whole === undefined ? undefined : monthNamed(foldText(name));
  return month === undefined ? undefined : dayOf(Number(year), month, Number(day), rest);
}

/** Days since 1899-12-30, as spreadsheets count them after February 1900; the fraction is the time of day. */
function serial(text: string): FoundDay | undefined {
  const [whole, days, fraction = ''] = SERIAL.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const seconds = Math.round(Number(`0.${fraction || '0'}`) * 86_400);
  const moment = new Date((Number(days) - 25_569) * 86_400_000 + seconds * 1000).toISOString();
  return { date: moment.slice(0, 10), rest: moment.slice(11, 19) };
}

function dayOf(year: number, month: number, day: number, rest = ''): FoundDay | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return { date: `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`, rest: rest.trim() };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

const MONTHS = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
];

/** By its name or the first three letters or more: “mar”, “sept”, “setiembre”. */
function monthNamed(name: string): number | undefined {
  const place = MONTHS.findIndex((month) => month.startsWith(name === 'setiembre' ? 'septiembre' : name));
  return place < 0 ? undefined : place + 1;
}
