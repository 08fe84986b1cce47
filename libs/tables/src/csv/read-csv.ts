import { createReadStream } from 'node:fs';
import type { ColumnType, RowValues, StreamedTable } from '#ocds';
import { cellFromText } from '../cell-text.js';
import { TableError } from '../table-error.js';
import { originalText } from './harmless-text.js';

/**
 * A CSV file in UTF-8, with or without byte order mark. Cells of columns of unknown type stay text.
 *
 * @throws TableError, when it is read, where a quote is left open
 */
export async function openCsv(path: string, types: ReadonlyMap<string, ColumnType>): Promise<StreamedTable> {
  const headings = await readHeadings(path);
  const columns = headings.map((heading) => types.get(heading) ?? 'string');
  return { headings, open: () => readRows(path, columns) };
}

async function readHeadings(path: string): Promise<readonly string[]> {
  for await (const [headings] of readLines(path)) if (headings) return headings;
  return [];
}

async function* readRows(path: string, columns: readonly ColumnType[]): AsyncGenerator<readonly RowValues[]> {
  let skipped = 1;
  for await (const lines of readLines(path)) {
    yield lines.slice(skipped).map((line) => toRow(line, columns));
    if (lines.length > 0) skipped = 0;
  }
}

function toRow(line: readonly string[], columns: readonly ColumnType[]): RowValues {
  return line.map((text, index) =>
    text === '' ? undefined : cellFromText(originalText(text), columns[index] ?? 'string'),
  );
}

/** The lines of a file, those of a chunk at a time. */
async function* readLines(path: string): AsyncGenerator<readonly (readonly string[])[]> {
  const reading = createReading();
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 17 })) {
    reading.push(chunk as string);
    yield reading.take();
  }
  if (!reading.end()) {
    throw new TableError('CSV_BROKEN', `${path}: unas comillas quedan abiertas.`, {
      es: 'El archivo está cortado o mal escrito; volver a exportarlo.',
      en: 'The file is cut short or badly written; export it again.',
    });
  }
  yield reading.take();
}

interface Reading {
  push(text: string): void;
  /** Takes out the lines that are whole. */
  take(): readonly (readonly string[])[];
  /** @returns false when a quote is left open */
  end(): boolean;
}

/** Takes RFC 4180 text apart: text up to the next sign that matters is taken at once. */
function createReading(): Reading {
  let lines: string[][] = [];
  let line: string[] = [];
  let cell = '';
  let state: 'plain' | 'quoted' | 'after-quote' = 'plain';
  let isStart = true;

  function endCell(): void {
    line.push(cell);
    cell = '';
    state = 'plain';
  }

  function endLine(): void {
    endCell();
    lines.push(line);
    line = [];
  }

  function takeSign(sign: string): void {
    if (state === 'quoted') state = 'after-quote';
    else if (sign === '"' && state === 'after-quote') {
      cell += '"';
      state = 'quoted';
    } else if (sign === '"' && cell === '') state = 'quoted';
    else if (sign === ',') endCell();
    else if (sign === '\n') endLine();
    else if (sign === '"') cell += sign;
  }

  function push(chunk: string): void {
    const text = isStart && chunk.startsWith('\uFEFF') ? chunk.slice(1) : chunk;
    isStart = false;
    for (let at = 0; at < text.length;) {
      const stop = state === 'quoted' ? QUOTE : SIGN;
      stop.lastIndex = at;
      const next = stop.exec(text)?.index ?? text.length;
      cell += text.slice(at, next);
      if (next < text.length) takeSign(text[next]!);
      at = next + 1;
    }
  }

  function end(): boolean {
    if (state === 'quoted') return false;
    if (cell !== '' || line.length > 0 || state === 'after-quote') endLine();
    return true;
  }

  function take(): readonly (readonly string[])[] {
    const whole = lines;
    lines = [];
    return whole;
  }

  return { push, take, end };
}

const QUOTE = /"/g;

/** A carriage return outside quotes belongs to the line's end. */
const SIGN = /[",\n\r]/g;
