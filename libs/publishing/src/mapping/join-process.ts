import type { JsonObject } from '#ocds';
import {
  isNationalNumber,
  joinNamesakes,
  joinPieces,
  type MappedRow,
  normaliseNumber,
  ocidOf,
  type Origin,
  type ProcessPiece,
} from '#sources';
import type { MapFileOptions, MappedProcess, RowPlace } from './map-file.js';

/** One piece as it waits for the others of its process. */
export interface WaitingPiece extends RowPlace {
  readonly piece: ProcessPiece;
  readonly faulty: boolean;
}

type PieceRow = Extract<MappedRow, { outcome: 'piece' }>;

export function waitingPiece({ row: { sheet, row }, piece, faults }: PieceRow): WaitingPiece {
  return { sheet, row, piece, faulty: faults.some(({ severity }) => severity === 'error') };
}

/** The ocid of the process with that number; undefined for what is no number. */
export function processOf(written: string, { ocidPrefix, scope }: MapFileOptions): string | undefined {
  const number = normaliseNumber(written);
  if (number === '' || number.length > LONGEST_NUMBER) return undefined;
  return ocidOf(ocidPrefix, number, isNationalNumber(number) ? '' : scope);
}

/** The organisation that a row of a register tells of; undefined when it leaves nothing to know it by. */
export function organisationOf({ members: { parties } }: ProcessPiece): string | undefined {
  const [party] = (parties ?? []) as readonly JsonObject[];
  const id = String(party?.id ?? '');
  return id === '' || id.length > LONGEST_NUMBER ? undefined : id;
}

/** Longer ones are no numbers but sentences; ocids are keys of an index. */
const LONGEST_NUMBER = 200;

/** What the rows of a process come to. @param texts pieces as JSON */
export function joinProcess(ocid: string, texts: readonly string[]): MappedProcess {
  return joinWaiting(
    ocid,
    texts.map((text) => JSON.parse(text) as WaitingPiece),
  );
}

export function joinWaiting(ocid: string, waiting: readonly WaitingPiece[]): MappedProcess {
  const pieces = waiting.map(({ piece }) => piece);
  const { members, renamed } = joinNamesakes(joinPieces(pieces));
  return {
    kind: 'process',
    ocid,
    rows: waiting.map(({ sheet, row }) => ({ sheet, row })),
    members,
    reported:
      pieces
        .map(({ reported }) => reported ?? '')
        .sort()
        .at(-1) || undefined,
    faulty: waiting.some(({ faulty }) => faulty),
    origins: pieces.flatMap(({ origins = [] }) => origins.map((origin) => renameOrigin(origin, renamed))),
  };
}

function renameOrigin(origin: Origin, renamed: ReadonlyMap<string, string>): Origin {
  if (renamed.size === 0) return origin;
  const pointer = origin.pointer.replaceAll(/\[([^\]]+)\]/g, (_, id: string) => `[${renamed.get(id) ?? id}]`);
  return { ...origin, pointer };
}
