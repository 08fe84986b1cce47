import { compareStates, headOf, type JsonObject, type Release } from '#ocds';
import type { DataSource } from 'typeorm';
import { expandText, expandTexts } from '#publishing';
import { findProcessSource, findRecord, findReleaseTexts } from '#search';
import type { ChangesView, SiteView } from '../views.js';
import { releaseLines, siteOf } from './load-process.js';

export interface ChangesQuery {
  readonly de?: string;
  readonly a?: string;
}

/**
 * What changed in a process: between the two releases that are asked for; else in the newest, or in the one asked for,
 * since the one before it. Undefined when no such process is published.
 */
export async function loadChanges(
  dataSource: DataSource,
  site: SiteView,
  ocid: string,
  asked: ChangesQuery,
): Promise<ChangesView | undefined> {
  const [source, record] = await Promise.all([findProcessSource(dataSource, ocid), findRecord(dataSource, ocid)]);
  if (!source || !record) return undefined;
  const texts = await expandTexts(await findReleaseTexts(dataSource, ocid));
  const releases = texts.map((text) => JSON.parse(text) as JsonObject);
  const ids = source.releases.map(({ id }) => id);
  const to = asked.a ?? ids.at(-1)!;
  const from = asked.de === undefined ? ids[ids.indexOf(to) - 1] : asked.de || undefined;
  const { title } = headOf(JSON.parse(await expandText(record.compiled)) as Release);
  return {
    site: siteOf(site, source),
    ocid,
    ...(title !== undefined && { title }),
    releases: releaseLines(source),
    from,
    to,
    differences: compareStates(releases, from, to),
  };
}
