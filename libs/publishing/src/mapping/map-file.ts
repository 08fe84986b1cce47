import type { CellFault, HeaderMatch, MappedRow, MappingContext, Origin, Profile, TableProfile } from '#sources';
import { openSourceTables, type SourceLimits, type SourceNotice, type SourceTables } from '#tables';
import type { JsonObject } from '#ocds';
import { type CellFaultGroup, createFaultTally, type FaultTally } from './fault-tally.js';
import { findSheets } from './find-sheets.js';
import { mapOrganisations } from './map-organisations.js';
import { mapProcesses } from './map-processes.js';

export interface MapFileOptions {
  readonly profiles: readonly Profile[];
  /** Absent: the profile is found by the header. */
  readonly profileId?: string | undefined;
  readonly context: MappingContext;
  readonly ocidPrefix: string;
  /** Tells apart bodies under one prefix whose numbers are alike. */
  readonly scope?: string | undefined;
  /** Gathers where each value came from. */
  readonly explain?: boolean;
  /** Only these rows are mapped; all others are passed over, uncounted. */
  readonly only?: (row: RowPlace) => boolean;
  /** Beyond these the file is refused. */
  readonly limits?: Partial<SourceLimits> | undefined;
}

/** A row of a file. */
export interface RowPlace {
  readonly sheet: string;
  /** As a spreadsheet program numbers it. */
  readonly row: number;
}

/** What all rows of one process come to. */
export interface MappedProcess {
  readonly kind: 'process';
  /** Of a register, in which each organisation is told by itself: the organisation's id. */
  readonly ocid: string;
  readonly rows: readonly RowPlace[];
  /** Members of a release, the personal data of natural persons included. */
  readonly members: JsonObject;
  /** When the source last changed any of the rows; RFC 3339. */
  readonly reported: string | undefined;
  /** True when a row has a fault that must be mended before it may be published. */
  readonly faulty: boolean;
  readonly origins: readonly Origin[];
}

/** A row that is no part of any process. */
export interface RowAside extends RowPlace {
  readonly kind: 'aside';
  readonly outcome: 'skipped' | 'refused';
  readonly reason: string;
}

export interface MappingSummary {
  /** Rows with any text below the header. */
  readonly rows: number;
  readonly processes: number;
  readonly skipped: number;
  readonly refused: number;
  readonly faults: readonly CellFaultGroup[];
  readonly notices: readonly SourceNotice[];
  /** Headers that the profile does not use. */
  readonly unusedHeaders: readonly string[];
}

/** A file that is being mapped, to be gone through once. */
export interface MappedFile extends AsyncIterable<MappedProcess | RowAside> {
  readonly profile: TableProfile;
  readonly format: SourceTables['format'];
  readonly encoding: string | undefined;
  /** Complete once the file was gone through. */
  summary(): MappingSummary;
  /** The faults, cell by cell, of those kept. */
  keptFaults(): readonly CellFault[];
  close(): Promise<void>;
}

/**
 * Opens a spreadsheet or CSV and maps its rows by the profile that its header has. Memory is bounded whatever the size:
 * what does not fit waits in temporary files, until everything that was mapped is read or the reader leaves.
 *
 * @throws TableError when the file cannot be read; IngestError HEADER_UNKNOWN, PROFILE_UNKNOWN
 */
export async function mapFile(path: string, options: MapFileOptions): Promise<MappedFile> {
  const tables = await openSourceTables(path, options.limits && { limits: options.limits });
  try {
    const { profile, main } = await findSheets(tables, options.profiles, options.profileId);
    return mapped(tables, profile, main, options);
  } catch (error) {
    await tables.close();
    throw error;
  }
}

function mapped(
  tables: SourceTables,
  profile: TableProfile,
  main: readonly HeaderMatch[],
  options: MapFileOptions,
): MappedFile {
  const faults = createFaultTally();
  const counts: Counts = { rows: 0, processes: 0, skipped: 0, refused: 0 };
  async function* everything(): AsyncGenerator<MappedProcess | RowAside> {
    const map = profile.output === 'register' ? mapOrganisations : mapProcesses;
    for await (const one of map(tables, profile, main, options)) {
      if ('process' in one) {
        counts.processes++;
        yield one.process;
        continue;
      }
      counts.rows++;
      if (one.row.outcome !== 'skipped') faults.add(one.row.faults);
      if (!one.isRefused) continue;
      const aside = asideOf(one.row);
      counts[aside.outcome]++;
      yield aside;
    }
  }
  return {
    profile,
    format: tables.format,
    encoding: tables.encoding,
    [Symbol.asyncIterator]: everything,
    summary: () => ({ ...counts, ...described(tables, main, faults) }),
    keptFaults: () => faults.kept(),
    close: () => tables.close(),
  };
}

type Counts = { -readonly [Count in 'rows' | 'processes' | 'skipped' | 'refused']: MappingSummary[Count] };

function described({ notices }: SourceTables, main: readonly HeaderMatch[], faults: FaultTally) {
  return { faults: faults.groups(), notices, unusedHeaders: [...new Set(main.flatMap(({ unused }) => unused))] };
}

function asideOf(row: MappedRow): RowAside {
  const place = { kind: 'aside', sheet: row.row.sheet, row: row.row.row } as const;
  if (row.outcome === 'skipped') return { ...place, outcome: 'skipped', reason: row.reason };
  const reason = row.outcome === 'refused' ? row.faults.at(-1)?.rule : undefined;
  return { ...place, outcome: 'refused', reason: reason ?? 'row-without-identity' };
}
