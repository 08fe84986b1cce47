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
  type TableProfile,
} from '#sources';
import type { MapFileOptions, MappedProcess, RowAside, RowPlace } from './map-file.js';
import type { TextGroups } from './text-groups.js';

/** One piece as it waits for the others of its process. */
interface WaitingPiece extends RowPlace {
  readonly piece: ProcessPiece;
  readonly faulty: boolean;
}

/**
 * Puts a row with the others of its process, or of its organisation in a register.
 *
 * @returns the row when it leaves nothing to know that by
 */
export function addPiece(
  groups: TextGroups,
  { row: { sheet, row }, piece, faults }: Extract<MappedRow, { outcome: 'piece' }>,
  profile: TableProfile,
  options: MapFileOptions,
): RowAside | undefined {
  const key = profile.output === 'register' ? organisationOf(piece) : processOf(piece, options);
  if (key === undefined) {
    return { kind: 'aside', sheet, row, outcome: 'refused', reason: 'row-without-identity' };
  }
  const faulty = faults.some(({ severity }) => severity === 'error');
  const waiting: WaitingPiece = { sheet, row, piece, faulty };
  groups.add(key, JSON.stringify(waiting));
  return undefined;
}

function processOf({ number: written }: ProcessPiece, { ocidPrefix, scope }: MapFileOptions): string | undefined {
  const number = normaliseNumber(written);
  if (number === '' || number.length > LONGEST_NUMBER) return undefined;
  return ocidOf(ocidPrefix, number, isNationalNumber(number) ? '' : scope);
}

function organisationOf({ members: { parties } }: ProcessPiece): string | undefined {
  const [party] = (parties ?? []) as readonly JsonObject[];
  const id = String(party?.id ?? '');
  return id === '' || id.length > LONGEST_NUMBER ? undefined : id;
}

/** Longer ones are no numbers but sentences; ocids are keys of an index. */
const LONGEST_NUMBER = 200;

/** What the rows of a process come to. @param texts as `addPiece` put them */
export function joinProcess(ocid: string, texts: readonly string[]): MappedProcess {
  const waiting = texts.map((text) => JSON.parse(text) as WaitingPiece);
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
