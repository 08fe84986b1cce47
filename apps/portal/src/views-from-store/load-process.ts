import { linkHealth } from '#links';
import { createFindingCollector, mergeReleases, partsOf } from '#ocds';
import type { JsonObject, Release } from '#ocds';
import type { DataSource } from 'typeorm';
import { expandText, expandTexts } from '#publishing';
import {
  type CellFaultRow,
  findCellFaults,
  findProcessParties,
  findProcessSource,
  findRecord,
  findReleaseTexts,
  type ProcessSource,
} from '#search';
import { documentsOf } from '../story/documents.js';
import type { FindingsView, ProcessView, ReleaseLine, SiteView, SourceFile } from '../views.js';

const MOST_FINDINGS = 30;

/** What the page of one process tells; undefined when no such process is published. */
export async function loadProcess(
  dataSource: DataSource,
  site: SiteView,
  ocid: string,
): Promise<ProcessView | undefined> {
  const [record, source, faults, parties] = await Promise.all([
    findRecord(dataSource, ocid),
    findProcessSource(dataSource, ocid),
    findCellFaults(dataSource, ocid, MOST_FINDINGS),
    findProcessParties(dataSource, ocid),
  ]);
  if (!record || !source) return undefined;
  const release = JSON.parse(await expandText(record.compiled)) as Release;
  const versioned = hasPast(release, source) && (JSON.parse(await expandText(record.versioned)) as JsonObject);
  const addresses = documentsOf(release).flatMap(({ url }) => url ?? []);
  return {
    links: await linkHealth(dataSource, addresses),
    site: { ...siteOf(site, source), updatedAt: record.publishedAt.toISOString() },
    ocid,
    release,
    ...(versioned && { versioned }),
    releases: releaseLines(source),
    publisher: source.publisher,
    parties,
    sources: filesOf(source),
    findings: withCells(findingsOf(source), faults),
  };
}

/**
 * The same as it stood when a release was its last: what came later is left out. Undefined when the process has no such
 * release.
 */
export async function loadProcessAt(
  dataSource: DataSource,
  site: SiteView,
  ocid: string,
  releaseId: string,
): Promise<ProcessView | undefined> {
  const view = await loadProcess(dataSource, site, ocid);
  const place = view?.releases.findIndex(({ id }) => id === releaseId) ?? -1;
  if (!view || place < 0) return undefined;
  if (place === view.releases.length - 1) return view;
  const texts = await expandTexts((await findReleaseTexts(dataSource, ocid)).slice(0, place + 1));
  const { compiled, versioned } = mergeReleases(texts.map((text) => JSON.parse(text) as JsonObject));
  const releases = view.releases.slice(0, place + 1);
  return { ...view, release: compiled as unknown as Release, versioned, releases, asOf: releases.at(-1) };
}

// The versioned release is the longest text of all: it is read only where a contract may have changed.
function hasPast({ contracts }: Release, { releases }: ProcessSource): boolean {
  return releases.length > 1 && partsOf(contracts).length > 0;
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
  return { total, shown, onlyNotes: groups.every(({ severity }) => severity === 'note') };
}

/** The cells come first: they are what has to be mended. */
function withCells({ total, shown, onlyNotes }: FindingsView, faults: readonly CellFaultRow[]): FindingsView {
  const cells = faults.map(({ sheet, row, header, ...fault }) => ({
    ...fault,
    severity: 'error',
    pointer: `${sheet}, ${row}, «${header}»`,
  }));
  return {
    total: total + cells.length,
    shown: [...cells, ...shown],
    onlyNotes: onlyNotes === true && cells.length === 0,
  };
}
