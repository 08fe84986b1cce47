import { createFindingCollector } from '#ocds';
import type { Release } from '#ocds';
import type { DataSource } from 'typeorm';
import { expandText } from '#publishing';
import { findProcessSource, findRecord, type ProcessSource } from '#search';
import type { FindingsView, ProcessView, SiteView, SourceFile } from '../views.js';

const MOST_FINDINGS = 30;

/** What the page of one process tells; undefined when no such process is published. */
export async function loadProcess(
  dataSource: DataSource,
  site: SiteView,
  ocid: string,
): Promise<ProcessView | undefined> {
  const [record, source] = await Promise.all([findRecord(dataSource, ocid), findProcessSource(dataSource, ocid)]);
  if (!record || !source) return undefined;
  return {
    site: { ...site, demo: site.demo && demoOf(source), updatedAt: record.publishedAt.toISOString() },
    ocid,
    release: JSON.parse(await expandText(record.compiled)) as Release,
    releases: source.releases.map(({ id, date, tags, receivedAt }) => ({
      id,
      date: date ?? undefined,
      tags,
      receivedAt,
    })),
    publisher: source.publisher,
    sources: filesOf(source),
    findings: findingsOf(source),
  };
}

function demoOf({ publisher }: ProcessSource): 'all' | 'elsewhere' {
  return publisher.demonstration ? 'all' : 'elsewhere';
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
