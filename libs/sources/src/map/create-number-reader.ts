import type { SourceRow } from '../source-row.js';
import { compileSkips } from './compile-skips.js';
import { compileTemplate } from './compile-template.js';
import type { MappingInput } from './create-row-mapper.js';
import { mainScope } from './columns.js';
import type { Filling } from './filling.js';
import { createSoundRows } from './sound-row.js';

/**
 * Makes the reading of nothing but the process's number, as `createRowMapper` finds it: undefined for rows that come to
 * no piece.
 */
export function createNumberReader({
  profile,
  match,
  context,
}: Omit<MappingInput, 'children'>): (row: SourceRow) => string | undefined {
  const scope = mainScope(profile, match, new Map());
  const fill = compileTemplate(profile.process.number, scope);
  const skipOf = compileSkips(profile.skip, scope);
  const soundRow = createSoundRows(match);
  return (written) => {
    const { row } = soundRow(written);
    if (skipOf(row) !== undefined) return undefined;
    const filling: Filling = { context, faults: [], parties: new Map(), origins: undefined, childRows: () => [] };
    const number = fill(filling, { own: row, parent: undefined }, '');
    return number === undefined || number === null ? undefined : String(number);
  };
}
