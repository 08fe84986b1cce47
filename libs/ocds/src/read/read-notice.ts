import type { Bilingual } from '../bilingual.js';
import { noticeTexts } from './notice-texts.js';
import type { Place } from './place.js';

export type ReadNoticeCode = keyof typeof noticeTexts;

/** Something about an input that did not stop the reading but must not pass unseen. One per code, with its count. */
export interface ReadNotice {
  readonly code: ReadNoticeCode;
  /** `left-out`: what stands at the places was not yielded. `read`: it was, in the way the reason tells. */
  readonly effect: 'left-out' | 'read';
  /** How many times it was met. */
  readonly count: number;
  /** The first {@link PLACES_KEPT} of them. */
  readonly places: readonly NoticePlace[];
  readonly reason: Bilingual;
  readonly remedy: Bilingual;
}

export interface NoticePlace {
  readonly pointer: string;
  readonly offset: number;
  readonly line: number;
}

/** Places named by one notice; the rest are only counted, so that an input of nothing but faults stays small. */
export const PLACES_KEPT = 20;

/** Adds one more of its kind to the notices kept so far. */
export function addNotice(
  notices: Map<ReadNoticeCode, ReadNotice>,
  code: ReadNoticeCode,
  pointer: string,
  { offset, line }: Place,
): void {
  const { count, places } = notices.get(code) ?? { count: 0, places: [] };
  const kept = count < PLACES_KEPT ? [...places, { pointer, offset, line }] : places;
  notices.set(code, { code, count: count + 1, places: kept, ...noticeTexts[code] });
}
