import type { Bilingual } from '../bilingual.js';
import { fillText, type MergeWarningCode, mergeTexts } from './merge-texts.js';

/** Something in the releases that was merged all the same, but probably not as its publisher meant. */
export interface MergeWarning {
  readonly code: MergeWarningCode;
  /** Slash-separated, as `tender/items`. */
  readonly path: string;
  readonly releaseId: string | undefined;
  /** The repeated id or date. */
  readonly value: string | number;
  readonly problem: Bilingual;
  readonly remedy: Bilingual;
}

export function mergeWarning(
  code: MergeWarningCode,
  place: { readonly path: string; readonly releaseId: string | undefined; readonly value: string | number },
): MergeWarning {
  const { problem, remedy } = mergeTexts[code];
  return { code, ...place, problem: fillText(problem, String(place.value)), remedy };
}
