import { sourceError } from '../source-error.js';
import type { SourceLimits } from '../source-limits.js';
import { createNotices, type SourceNotices } from '../source-notice.js';
import type { SourceEncoding, SourceRow, SourceTables } from '../source-tables.js';
import { createCsvRecords, type CsvRecords } from './csv-records.js';
import { type DetectedDialect, detectDialect } from './detect-dialect.js';
import { readPieces } from './read-pieces.js';
import { createPieceDecoder, createUtf8Check } from './text-decoder.js';

interface CsvFile {
  readonly path: string;
  readonly isGzip: boolean;
  readonly encoding: SourceEncoding;
  readonly dialect: DetectedDialect;
  readonly limits: SourceLimits;
  readonly notices: SourceNotices;
}

/** Opens text in columns. It is gone through once to know its encoding: one byte near its end may settle it. */
export async function openCsv(path: string, isGzip: boolean, limits: SourceLimits): Promise<SourceTables> {
  const { encoding, sample } = await detectEncoding(path, isGzip, limits);
  const notices = createNotices();
  if (encoding === 'windows-1252') notices.add('ENCODING_GUESSED', {}, encoding);
  const dialect = detectDialect(sample);
  const file: CsvFile = { path, isGzip, encoding, dialect, limits, notices };
  return {
    format: 'csv',
    encoding,
    delimiter: dialect.delimiter,
    notices: notices.list,
    sheets: [{ name: '', hidden: false }],
    rows(sheet) {
      if (sheet !== '') throw sourceError('NO_SHEET', sheet);
      return csvRows(file);
    },
    close: async () => {},
  };
}

const SAMPLE = 64 * 1024;

async function detectEncoding(
  path: string,
  isGzip: boolean,
  limits: SourceLimits,
): Promise<{ readonly encoding: SourceEncoding; readonly sample: string }> {
  const check = createUtf8Check();
  let head: Buffer | undefined;
  let isValid = true;
  for await (const piece of readPieces(path, isGzip, limits)) {
    head ??= piece.subarray(0, SAMPLE);
    isValid = !isUtf16(head) && check.push(piece);
    if (!isValid) break;
  }
  head ??= Buffer.alloc(0);
  const encoding = isUtf16(head) ? 'utf-16le' : isValid && check.end() ? 'utf-8' : 'windows-1252';
  return { encoding, sample: createPieceDecoder(encoding).decode(head) };
}

function isUtf16(head: Buffer): boolean {
  return head[0] === 0xff && head[1] === 0xfe;
}

async function* csvRows(file: CsvFile): AsyncGenerator<SourceRow> {
  const records = createRecords(file);
  const finish = createFinish(file);
  const decoder = createPieceDecoder(file.encoding);
  for await (const piece of readPieces(file.path, file.isGzip, file.limits)) {
    for (const cells of records.push(decoder.decode(piece))) {
      const row = finish(cells);
      if (row) yield row;
    }
  }
  for (const cells of [...records.push(decoder.end()), ...records.end()]) {
    const row = finish(cells);
    if (row) yield row;
  }
}

function createRecords({ dialect, limits, notices }: CsvFile): CsvRecords {
  return createCsvRecords(dialect, limits.cellLength, {
    onStrayQuote: (row, column) => notices.add('STRAY_QUOTE', { row, column }),
    onOpenQuote(line) {
      throw sourceError('CSV_BROKEN', '', { line });
    },
    onLongRecord(line) {
      throw sourceError('CELL_TOO_LONG', String(limits.cellLength), { line });
    },
  });
}

/** Gives records their number and the table's width. What comes before the first full row is a title, and may be narrow. */
function createFinish({ dialect: { width }, limits, notices }: CsvFile): (cells: string[]) => SourceRow | undefined {
  let row = 0;
  let isTitle = true;
  return (cells) => {
    row++;
    if (cells.length > limits.columns) throw sourceError('TOO_MANY_COLUMNS', String(limits.columns), { row });
    if (cells.every(isBlank)) return undefined;
    if (cells.length === width) isTitle = false;
    else if (cells.length > width) {
      if (!isTitle && !cells.slice(width).every(isBlank))
        notices.add('SURPLUS_CELLS', { row }, `${cells.length} > ${width}`);
    } else {
      if (!isTitle) notices.add('SHORT_ROW', { row }, `${cells.length} < ${width}`);
      while (cells.length < width) cells.push('');
    }
    return { sheet: '', row, cells };
  };
}

function isBlank(cell: string): boolean {
  return cell === '';
}
