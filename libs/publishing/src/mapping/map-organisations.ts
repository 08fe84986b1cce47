import type { HeaderMatch, TableProfile } from '#sources';
import type { SourceTables } from '#tables';
import { joinProcess, organisationOf, waitingPiece } from './join-process.js';
import type { MapFileOptions } from './map-file.js';
import type { Mapped } from './map-processes.js';
import { mapSheet, rowsBelow } from './map-sheet.js';
import { createTextGroups } from './text-groups.js';

/** Maps the rows of a register and joins those of each organisation; who it is, is known only of the mapped row. */
export async function* mapOrganisations(
  tables: SourceTables,
  profile: TableProfile,
  main: readonly HeaderMatch[],
  options: MapFileOptions,
): AsyncGenerator<Mapped> {
  using groups = createTextGroups();
  for (const match of main) {
    for await (const row of mapSheet(tables, profile, match, rowsBelow(tables, match, options), options)) {
      const key = row.outcome === 'piece' ? organisationOf(row.piece) : undefined;
      yield { row, isRefused: key === undefined };
      if (row.outcome === 'piece' && key !== undefined) groups.add(key, JSON.stringify(waitingPiece(row)));
    }
  }
  for (const { key, texts } of groups.groups()) yield { process: joinProcess(key, texts) };
}
