/** Beyond these a file is refused. */
export interface SourceLimits {
  readonly sheets: number;
  /** Cells of a sheet, blanks up to the last filled one of their row included. */
  readonly cells: number;
  /** Columns of a sheet that hold something. */
  readonly columns: number;
  /** Characters of a cell. */
  readonly cellLength: number;
  /** Bytes of all that a compressed file unpacks to. */
  readonly unpackedBytes: number;
  /** How many times its size a compressed part may unpack to; looked at from `RATIO_FROM` bytes on. */
  readonly ratio: number;
  /** Bytes of a legacy .xls, which is read whole. */
  readonly xlsBytes: number;
  /** Characters of a workbook's shared texts kept in memory; the others wait on disk. */
  readonly textsInMemory: number;
}

/** Worksheets of 200,000 rows and 90 columns are some 700 MB of XML; they deflate 10 to 40 times. */
export const SOURCE_LIMITS: SourceLimits = {
  sheets: Number.POSITIVE_INFINITY,
  cells: Number.POSITIVE_INFINITY,
  columns: 2_000,
  cellLength: 16 * 1024 * 1024,
  unpackedBytes: 4 * 1024 ** 3,
  ratio: 200,
  xlsBytes: 50 * 1024 * 1024,
  textsInMemory: 8 * 1024 * 1024,
};

/** Small parts may well be all blanks. */
export const RATIO_FROM = 32 * 1024 * 1024;
