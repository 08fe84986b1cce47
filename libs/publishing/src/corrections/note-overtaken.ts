import type { EntityManager } from 'typeorm';
import { parsePointer } from '#ocds';
import type { IncomingRelease } from '../incoming-release.js';
import { loadHistories } from '../load-histories.js';
import { loadCorrected, mergedOf, note, type NoticeOrigin, standingIn } from './standing-values.js';
import { valueAt } from './value-at.js';

/**
 * Writes down which values of published corrections no longer hold because of releases that just came in: their source
 * tells something new of them, which is published, and somebody should look.
 *
 * @returns how many
 */
export async function noteOvertaken(
  manager: EntityManager,
  origin: NoticeOrigin,
  releases: readonly IncomingRelease[],
): Promise<number> {
  if (releases.length === 0) return 0;
  const corrected = await loadCorrected(manager, [...new Set(releases.map(({ ocid }) => ocid))]);
  if (corrected.size === 0) return 0;
  const histories = await loadHistories(manager, [...corrected.keys()], ['accepted', 'published', 'withdrawn']);
  const overtaken = [...corrected].flatMap(([ocid, values]) => {
    const history = histories.get(ocid)!;
    const news = new Set(releases.flatMap((release) => (release.ocid === ocid ? [release.id] : [])));
    const stood = standingIn(mergedOf(history.filter(({ id }) => !news.has(id))), values);
    const now = mergedOf(history);
    const stands = new Set(standingIn(now, stood));
    return stood.flatMap((value) =>
      stands.has(value) ? [] : [{ ...value, told: valueAt(now, parsePointer(value.pointer)!) }],
    );
  });
  await note(manager, origin, 'overtaken', overtaken);
  return overtaken.length;
}
