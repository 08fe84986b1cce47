import { foldText } from '../cell/fold-text.js';
import type { TableProfile } from '../profile/profile.js';
import type { SourceRow } from '../source-row.js';
import type { Scope } from './columns.js';
import { cellOf } from './filling.js';

/** Says why a row is no purchase; undefined for one that is. */
export type FindSkip = (row: SourceRow) => string | undefined;

export function compileSkips(rules: TableProfile['skip'], scope: Scope): FindSkip {
  const skips = rules.map(({ column, values, reason }) => ({
    column: scope.column(column),
    values: new Set(values.map(foldText)),
    reason,
  }));
  return (own) => {
    const rows = { own, parent: undefined };
    return skips.find(({ column, values }) => values.has(foldText(cellOf(rows, column))))?.reason;
  };
}
