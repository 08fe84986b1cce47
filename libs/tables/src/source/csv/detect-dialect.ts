import { createCsvRecords, type CsvDialect } from './csv-records.js';

/** How the text is written, and how many cells its rows have as a rule. */
export interface DetectedDialect extends CsvDialect {
  readonly width: number;
}

const DELIMITERS = [',', ';', '\t', '|'];

/** @param sample the beginning of the file, which may end anywhere */
export function detectDialect(sample: string): DetectedDialect {
  const lineEnd = /\n/.test(sample) || !sample.includes('\r') ? '\n' : '\r';
  const said = /^"?sep=([,;:|^\t])"?\r?\n/i.exec(sample)?.[1];
  const candidates = said ? [said] : DELIMITERS;
  const tries = candidates.map(
    (delimiter) => ({ delimiter, lineEnd, ...shapeOf(sample, { delimiter, lineEnd }) }) as const,
  );
  const { delimiter, width } = tries.reduce((best, next) => (next.weight > best.weight ? next : best));
  return { delimiter, lineEnd, width };
}

/** The commonest number of cells, and how many cells agree with it; the last record may be cut and does not count. */
function shapeOf(sample: string, dialect: CsvDialect): { readonly width: number; readonly weight: number } {
  const records = takeRecords(sample, dialect);
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  let [width, weight] = [1, 0];
  for (const [length, count] of counts) {
    if (length > 1 && count * (length - 1) > weight) [width, weight] = [length, count * (length - 1)];
  }
  return { width, weight };
}

function takeRecords(sample: string, dialect: CsvDialect): readonly (readonly string[])[] {
  const records = createCsvRecords(dialect, Infinity, { onStrayQuote() {}, onOpenQuote: stop, onLongRecord: stop });
  const whole = records.push(sample);
  if (whole.length > 1) return whole;
  try {
    return [...whole, ...records.end()];
  } catch {
    return whole;
  }
}

function stop(): never {
  throw new RangeError('The sample ends within a cell.');
}
