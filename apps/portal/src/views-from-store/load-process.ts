import { linkHealth } from '#links';
import { createFindingCollector } from '#ocds';
import type { Release } from '#ocds';
import type { DataSource } from 'typeorm';
import { expandText } from '#publishing';
import { findProcessSource, findRecord, type ProcessSource } from '#search';
import { documentsOf } from '../story/documents.js';
import type { FindingsView, ProcessView, ReleaseLine, SiteView, SourceFile } from '../views.js';

const MOST_FINDINGS = 30;

/** What the page of one process tells; undefined when no such process is published. */
export async function loadProcess(
  dataSource: DataSource,
  site: SiteView,
  ocid: string,
): Promise<ProcessView | undefined> {
  const [record, source] = await Promise.all([findRecord(dataSource, ocid), findProcessSource(dataSource, ocid)]);
  if (!record || !source) return undefined;
  const release = JSON.parse(await expandText(record.compiled)) as Release;
  const addresses = documentsOf(release).flatMap(({ url }) => url ?? []);
  return {
    links: await linkHealth(dataSource, addresses),
    site: { ...siteOf(site, source), updatedAt: record.publishedAt.toISOString() },
    ocid,
    release,
    releases: releaseLines(source),
    publisher: source.publisher,
    sources: filesOf(source),
    findings: findingsOf(source),
  };
}

/** The site as a page about one process stands on it: whether that process is invented. */
export function siteOf(site: SiteView, { publisher }: ProcessSource): SiteView {
  return { ...site, demo: site.demo && (publisher.demonstration ? 'all' : 'elsewhere') };
}

/** The releases of a process, oldest first. */
export function releaseLines({ releases }: ProcessSource): readonly ReleaseLine[] {
  return releases.map(({ id, date, tags, receivedAt }) => ({ id, date: date ?? undefined, tags, receivedAt }));
}

/** Each file once, with the place of its first release in it. */
function filesOf({ releases }: ProcessSource): readonly SourceFile[] {
  const files = new Map(releases.toReversed().map((release) => [release.sha256, release]));
  return [...files.values()]
    .toReversed()
    .map(({ fileName, sha256, pointer, receivedAt }) => ({ name: fileName, sha256, pointer, receivedAt }));
}

/** One line per rule and field over all releases; the pointer is where it was first seen. */
function findingsOf({ releases }: ProcessSource): FindingsView {
  const collector = createFindingCollector();
  for (const release of releases) collector.add(release.findings, release.id);
  const groups = collector.groups();
  const total = groups.reduce((sum, group) => sum + group.count, 0);
  const shown = groups.slice(0, MOST_FINDINGS).map((group) => ({ ...group, pointer: group.examples[0]?.pointer }));
  return { total, shown };
}
