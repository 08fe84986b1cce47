import { isBlankLike } from '../cell/is-blank-like.js';
import type { TableProfile } from '../profile/profile.js';
import type { Scope } from './columns.js';
import { cellOf, isAt, report, type Column, type Filling, type Rows } from './filling.js';

/** Makes the check of the cells that a profile does not let be blank. Columns that the file lacks are not asked for. */
export function createMandatoryCheck(profile: TableProfile, scope: Scope): (filling: Filling, rows: Rows) => void {
  const cells = profile.mandatory.map(({ column, with: beside, unless }) => ({
    column: scope.column(column),
    beside: beside === undefined ? undefined : scope.column(beside),
    unless: unless.map(scope.column),
  }));
  const asked = cells.filter(({ column }) => column.index >= 0);
  return (filling, rows) => {
    const says = (column: Column): boolean => !isBlankLike(cellOf(rows, column));
    for (const { column, beside, unless } of asked) {
      if (says(column) || (beside !== undefined && !says(beside)) || unless.some(says)) continue;
      if (hasFault(filling, rows, column)) continue;
      report(filling, rows, column, 'required-cell-empty', excusesOf(unless));
    }
  };
}

/** A cell that was taken for blank says already why. */
function hasFault({ faults }: Filling, { own: { sheet, row } }: Rows, { index: column }: Column): boolean {
  return faults.some((fault) => isAt({ sheet, row, column }, fault.rule)(fault));
}

function excusesOf(unless: readonly Column[]) {
  const headers = unless.filter(({ index }) => index >= 0).map(({ header }) => header);
  if (headers.length === 0) return { excuse: '', excuseInEnglish: '' };
  const [es, en] = [
    headers.map((header) => `«${header}»`).join(' o '),
    headers.map((header) => `“${header}”`).join(' or '),
  ];
  return {
    excuse: `, o decir en ${es} por qué no hay dato`,
    excuseInEnglish: `, or say under ${en} why there is no value`,
  };
}
