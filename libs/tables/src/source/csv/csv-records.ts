/** How a CSV file is written. */
export interface CsvDialect {
  readonly delimiter: string;
  /** Old Macintosh files end their lines with CR alone; in all others a lone CR is text. */
  readonly lineEnd: '\n' | '\r';
}

export interface CsvRecords {
  /** Takes text in; gives the records that are complete with it. */
  push(text: string): string[][];
  /** The last record. @throws what `onOpenQuote` throws */
  end(): string[][];
}

export interface CsvWatch {
  /** @param record from 1 @param column from 0 */
  onStrayQuote(record: number, column: number): void;
  /** @param line from 1, where the quote opened */
  onOpenQuote(line: number): never;
  onLongRecord(line: number): never;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Takes CSV apart as RFC 4180 has it, and as it is really written: quotes inside cells without quotes, and quotes that
 * are not doubled inside cells with them, are text.
 *
 * @param longest characters a record may have
 */
export function createCsvRecords(dialect: CsvDialect, longest: number, watch: CsvWatch): CsvRecords {
  const delimiter = dialect.delimiter.charCodeAt(0);
  const lineEnd = dialect.lineEnd.charCodeAt(0);
  let text = '';
  let at = 0;
  let cells: string[] = [];
  let line = 1;
  let lineOfCell = 1;
  let isLast = false;
  let count = 0;
  let strayQuotes: number[] = [];

  /** @returns whether the record was complete; if not, `at` is back where it began */
  function takeRecord(): boolean {
    const start = at;
    const startLine = line;
    cells = [];
    if (strayQuotes.length > 0) strayQuotes = [];
    while (takeCell()) {
      const sign = text.charCodeAt(at++);
      if (sign === delimiter) continue;
      if (sign === CR && lineEnd === LF) at++;
      line++;
      return endRecord();
    }
    if (isLast) {
      at = text.length;
      return endRecord();
    }
    at = start;
    line = startLine;
    return false;
  }

  function endRecord(): true {
    count++;
    for (const column of strayQuotes) watch.onStrayQuote(count, column);
    return true;
  }

  /** @returns whether a sign that ends a cell follows; if not, the text is at its end */
  function takeCell(): boolean {
    lineOfCell = line;
    return text.charCodeAt(at) === QUOTE ? takeQuoted() : takePlain(at);
  }

  function takePlain(start: number): boolean {
    for (let end = at; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code > 124 || (code !== delimiter && code !== lineEnd && (code !== CR || !isLineEnd(end + 1)))) continue;
      cells.push(text.slice(start, end));
      at = end;
      return true;
    }
    if (isLast) cells.push(text.slice(start));
    at = text.length;
    return false;
  }

  function takeQuoted(): boolean {
    const start = at + 1;
    let isDoubled = false;
    let isStray = false;
    for (let close = text.indexOf('"', start); close !== -1; close = text.indexOf('"', close + 1)) {
      if (text.charCodeAt(close + 1) === QUOTE) {
        isDoubled = true;
        close++;
      } else if (endsCell(close + 1)) {
        const value = text.slice(start, close);
        cells.push(isDoubled ? value.replaceAll('""', '"') : value);
        if (isStray) strayQuotes.push(cells.length - 1);
        if (value.includes(dialect.lineEnd)) line += countOf(value, dialect.lineEnd);
        at = close + 1;
        return at < text.length;
      } else if (close + 1 >= text.length || (text.charCodeAt(close + 1) === CR && close + 2 >= text.length))
        return false;
      else if (isStray || closesLater(close + 1)) isStray = true;
      else return takeUnquoted();
    }
    if (isLast) watch.onOpenQuote(lineOfCell);
    return false;
  }

  /** A cell that begins with a word in quotes: they are text. */
  function takeUnquoted(): boolean {
    strayQuotes.push(cells.length);
    return takePlain(at);
  }

  function endsCell(index: number): boolean {
    if (index >= text.length) return isLast;
    const code = text.charCodeAt(index);
    return code === delimiter || code === lineEnd || (code === CR && isLineEnd(index + 1));
  }

  /** Of what follows a CR: a file may be cut between the two. */
  function isLineEnd(index: number): boolean {
    return index < text.length ? text.charCodeAt(index) === LF : isLast;
  }

  /** Whether, on this line, a quote that ends a cell comes before one that begins a cell. */
  function closesLater(from: number): boolean {
    for (let index = from; index < text.length && text.charCodeAt(index) !== lineEnd; index++) {
      if (text.charCodeAt(index) !== QUOTE) continue;
      if (text.charCodeAt(index - 1) === delimiter) return false;
      if (endsCell(index + 1)) return true;
    }
    return false;
  }

  function takeAll(): string[][] {
    const records: string[][] = [];
    while (at < text.length && takeRecord()) records.push(cells);
    text = at === 0 ? text : text.slice(at);
    at = 0;
    if (text.length > longest) watch.onLongRecord(line);
    return records;
  }

  return {
    push(more) {
      text = text === '' ? more : text + more;
      return takeAll();
    },
    end() {
      isLast = true;
      return takeAll();
    },
  };
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) count++;
  return count;
}
