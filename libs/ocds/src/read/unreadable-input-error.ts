import type { Bilingual } from '../bilingual.js';
import type { Place } from './place.js';
import { unreadableReasons } from './unreadable-reasons.js';

export type UnreadableInputCode = keyof typeof unreadableReasons;

/**
 * An input that cannot be read as OCDS JSON, or not to its end. `offset` counts bytes of the decompressed input from
 * 0; `line` and `column` (bytes) count from 1. They are absent where no single place is at fault, as in an empty file.
 */
export class UnreadableInputError extends Error {
  readonly code: UnreadableInputCode;
  readonly offset?: number;
  readonly line?: number;
  readonly column?: number;
  readonly reason: Bilingual;
  readonly remedy: Bilingual;

  constructor(code: UnreadableInputCode, place?: Partial<Place>, detail?: Bilingual) {
    const { reason, remedy } = unreadableReasons[code];
    const said = detail ? join(reason, detail) : reason;
    super(`${said.en}${placeText(place)} ${remedy.en}`);
    this.name = 'UnreadableInputError';
    this.code = code;
    this.reason = said;
    this.remedy = remedy;
    this.offset = place?.offset;
    this.line = place?.line;
    this.column = place?.column;
  }
}

function join(reason: Bilingual, detail: Bilingual): Bilingual {
  return { es: `${reason.es}: ${detail.es}.`, en: `${reason.en}: ${detail.en}.` };
}

function placeText(place: Partial<Place> | undefined): string {
  if (place?.offset === undefined) return '';
  return place.line === undefined
    ? ` (byte ${place.offset})`
    : ` (line ${place.line}, column ${place.column}, byte ${place.offset})`;
}
