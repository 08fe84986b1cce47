import { sourceError } from '../source-error.js';

/** Tells formulas whose value comes from outside of the workbook. */
export interface FormulaCheck {
  /**
   * What a formula takes its value from; undefined where that is in the workbook.
   *
   * @throws TableError ACTIVE_LINK for a formula that starts another program
   */
  outside(formula: string, row: number, column: number): string | undefined;
  /** The same of a cell that shares the formula of another, by the tag of its `<f>`. */
  shared(tag: string): string | undefined;
}

interface Workbook {
  readonly sheet: string;
  /** In capitals. */
  readonly externalNames: ReadonlySet<string>;
}

/** Cells that are made of others by a formula within the workbook are not followed. */
export function createFormulaCheck({ sheet, externalNames }: Workbook): FormulaCheck {
  const shared = new Map<string, string>();
  let sharing: string | undefined;
  return {
    outside(formula, row, column) {
      if (STARTS_PROGRAM.test(withoutQuotes(formula))) throw sourceError('ACTIVE_LINK', 'DDE', { sheet, row, column });
      const bare = formula.includes('"') ? formula.replaceAll(/"[^"]*"/g, '""') : formula;
      const found = EXTERNAL.exec(bare)?.[0] ?? SERVICE.exec(bare)?.[0] ?? nameIn(bare);
      if (found === undefined) return undefined;
      const told = found.replace(/!$/, '').slice(0, LONGEST);
      if (sharing !== undefined) shared.set(sharing, told);
      return told;
    },
    shared(tag) {
      sharing = /\ssi=["'](\d+)/.exec(tag)?.[1];
      return sharing === undefined ? undefined : shared.get(sharing);
    },
  };

  function nameIn(formula: string): string | undefined {
    if (externalNames.size === 0) return undefined;
    return formula.match(/[\p{L}_\\][\p{L}\p{N}_.\\]*/gu)?.find((word) => externalNames.has(word.toUpperCase()));
  }
}

/** `[1]Hoja!A1`, `'[1]Hoja 1'!A1`, `'C:\[libro.xlsx]Hoja'!A1`; in `Tabla[[#This Row],[2024]]` no "!" follows. */
export const EXTERNAL = /\[[^[\]]+\](?:[^\s'"[\](),;:+\-*/^&=<>!]*|[^'[\]"]*')!/;

/** Functions that ask a server or program. */
const SERVICE =
  /(?<![\w.])(?:_xl\w+\.)*(?:WEBSERVICE|RTD|STOCKHISTORY|IMPORT(?:XML|HTML|DATA|FEED|RANGE)|CUBE[A-Z]+|DDE)(?=\()/i;

/** Outside of quotes no formula has a bar but that between a program and what it is asked. */
const STARTS_PROGRAM = /\|/;

function withoutQuotes(formula: string): string {
  return formula.includes('|') ? formula.replaceAll(/"[^"]*"|'[^']*'/g, '') : formula;
}

const LONGEST = 80;
