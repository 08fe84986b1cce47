import {
  foldText,
  matchHeader,
  type HeaderMatch,
  pickProfile,
  type Profile,
  type SourceRow,
  type TableProfile,
} from '#sources';
import type { SourceTables } from '#tables';
import { IngestError } from '../ingest-error.js';

/** The sheets of a file that a profile reads. */
export interface FoundSheets {
  readonly profile: TableProfile;
  /** Headers of the sheets whose rows are mapped; usually one. */
  readonly main: readonly HeaderMatch[];
}

/** Rows of each sheet among which a header is looked for. */
const HEAD_ROWS = 50;

/**
 * Finds the profile of a file by its header, or takes the named one, and the sheets that have that header.
 *
 * @throws IngestError HEADER_UNKNOWN, with the closest profile and what the file lacks for it; PROFILE_UNKNOWN
 */
export async function findSheets(
  tables: SourceTables,
  profiles: readonly Profile[],
  profileId: string | undefined,
): Promise<FoundSheets> {
  const candidates = candidatesOf(profiles, profileId);
  const heads = await readHeads(tables);
  const picked = pickProfile(candidates, heads);
  if (picked.profile === undefined) throw unknownHeader(picked, profileId);
  const { profile } = picked;
  const main = [...heads.values()].flatMap((rows) => {
    const match = matchHeader(rows.slice(0, profile.headerWithin), profile.columns);
    return match && match.missing.length === 0 && match.places.size > 0 ? [match] : [];
  });
  return { profile, main };
}

function candidatesOf(profiles: readonly Profile[], profileId: string | undefined): readonly TableProfile[] {
  const tables = profiles.filter((profile) => profile.kind === 'table');
  if (profileId === undefined) return tables;
  const named = tables.filter((profile) => profile.id === profileId);
  if (named.length > 0) return named;
  throw unknownProfile(profileId, profiles);
}

/** @param profiles those that there are, for the remedy */
export function unknownProfile(profileId: string, profiles: readonly Profile[]): IngestError {
  const known = [...new Set(['ocds', ...profiles.map(({ id }) => id)])].join(', ');
  return new IngestError(
    'PROFILE_UNKNOWN',
    `No hay un perfil «${profileId}» para este archivo.`,
    `Los que hay: ${known}.`,
  );
}

async function readHeads(tables: SourceTables): Promise<ReadonlyMap<string, readonly SourceRow[]>> {
  const heads = new Map<string, readonly SourceRow[]>();
  for (const { name, hidden } of tables.sheets) if (!hidden) heads.set(name, await headOf(tables, name));
  return heads;
}

async function headOf(tables: SourceTables, sheet: string): Promise<readonly SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const row of tables.rows(sheet)) {
    rows.push(row);
    if (rows.length === HEAD_ROWS) break;
  }
  return rows;
}

function unknownHeader(
  picked: Extract<ReturnType<typeof pickProfile>, { profile: undefined }>,
  asked: string | undefined,
): IngestError {
  const notThis = `El encabezado no es el de ${asked === undefined ? 'ningún formato conocido' : `«${asked}»`}`;
  if (picked.closest === undefined) {
    return new IngestError(
      'HEADER_UNKNOWN',
      `${notThis}.`,
      'Revisar que la hoja tenga su fila de encabezado, sin cambios.',
    );
  }
  const { closest, match } = picked;
  const missing = match.missing.map((header) => `«${header}»`).join(', ');
  const where = match.sheet === '' ? `fila ${match.row}` : `hoja «${match.sheet}», fila ${match.row}`;
  return new IngestError(
    'HEADER_UNKNOWN',
    `${notThis}${asked === undefined ? `. El más parecido es «${closest.id}» (${closest.title}; ${where})` : ` (${where})`}: ` +
      `${match.missing.length === 1 ? 'falta la columna' : 'faltan las columnas'} ${missing}.`,
    asked === undefined
      ? 'Agregar esas columnas con el nombre de su formato, o indicar otro perfil con --profile.'
      : 'Agregar esas columnas con el nombre de su formato, o dejar que el perfil se reconozca: sin --profile.',
  );
}

/** Headers of the child sheets of a main sheet, by the names that the profile gives them; absent ones are left out. */
export async function findChildSheets(
  tables: SourceTables,
  profile: TableProfile,
  main: HeaderMatch,
): Promise<ReadonlyMap<string, HeaderMatch>> {
  const found = new Map<string, HeaderMatch>();
  for (const [name, { column, columns }] of profile.children) {
    const sheet = childSheetOf(tables, main.headers[main.places.get(column) ?? -1]);
    if (sheet === undefined) continue;
    const match = matchHeader((await headOf(tables, sheet)).slice(0, profile.headerWithin), columns);
    if (match && match.places.size > 0) found.set(name, match);
  }
  return found;
}

/** The national formats name in the header the sheet that details a column: "Posibles contratantes Tabla_492838". */
function childSheetOf(tables: SourceTables, header: string | undefined): string | undefined {
  const [table] = /Tabla_\d+/i.exec(header ?? '') ?? [];
  if (table === undefined) return undefined;
  return tables.sheets.find(({ name }) => foldText(name) === foldText(table))?.name;
}
