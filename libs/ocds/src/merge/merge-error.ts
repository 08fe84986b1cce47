import type { Bilingual } from '../bilingual.js';
import { fillText, type MergeErrorCode, mergeTexts } from './merge-texts.js';

/** Where a merge stopped: `path` with slashes (`tender/items/0/id`), `releaseId` of the release that could not be added. */
export interface MergePlace {
  readonly path: string;
  readonly releaseId?: string;
  readonly detail?: string;
}

/**
 * These releases cannot be merged: their history contradicts itself, or what is needed to order or match them is
 * missing. Nothing was merged. `message` is the English `problem` with its place; both languages are beside it.
 */
export class MergeError extends Error {
  readonly path: string;
  readonly releaseId: string | undefined;
  readonly problem: Bilingual;
  readonly remedy: Bilingual;

  constructor(
    readonly code: MergeErrorCode,
    place: MergePlace,
  ) {
    const problem = fillText(mergeTexts[code].problem, place.detail ?? '');
    const remedy = fillText(mergeTexts[code].remedy, place.detail ?? '');
    super(`${placeText(place)}${problem.en} ${remedy.en}`);
    this.name = 'MergeError';
    this.path = place.path;
    this.releaseId = place.releaseId;
    this.problem = problem;
    this.remedy = remedy;
  }
}

function placeText({ path, releaseId }: MergePlace): string {
  const release = releaseId === undefined ? '' : `release ${releaseId}`;
  const place = [release, path].filter((part) => part !== '').join(', ');
  return place === '' ? '' : `${place}: `;
}
