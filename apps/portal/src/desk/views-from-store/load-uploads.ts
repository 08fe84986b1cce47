import type { EntityManager } from 'typeorm';
import {
  listFindings,
  listUploads,
  loadProfiles,
  type Upload,
  type UploadFinding,
  type UploadPreview as Told,
} from '#publishing';
import { cellAddress } from '#tables';
import type {
  FaultChanges,
  FaultGroup,
  FaultLine,
  UploadLine,
  UploadPreview,
  UploadState,
} from '../views/upload.view.js';

const PAGE = 30;
const MOST_FAULTS = 500;
const MOST_COMPARED = 200;
const SHOWN_OF_GROUP = 50;

export interface UploadListQuery {
  readonly publisherIds?: readonly string[] | undefined;
  readonly state?: UploadState | undefined;
  /** Place of the last one of the page before. */
  readonly after?: { readonly createdAt: string; readonly id: string } | undefined;
  readonly limit?: number;
}

export interface UploadList {
  readonly lines: readonly UploadLine[];
  /** Where the page after begins. */
  readonly next?: { readonly createdAt: string; readonly id: string };
}

/** Uploads that the reader may see, newest first. */
export async function loadUploads(manager: EntityManager, query: UploadListQuery): Promise<UploadList> {
  const { limit = PAGE, ...asked } = query;
  const names = await publisherNames(manager);
  const found = await listUploads(manager, { ...asked, limit: limit + 1 });
  const last = found[limit - 1];
  return {
    lines: found.slice(0, limit).map((upload) => uploadLine(upload, names)),
    ...(found.length > limit && last && { next: { createdAt: last.place, id: last.id } }),
  };
}

export async function publisherNames(manager: EntityManager): Promise<ReadonlyMap<string, string>> {
  const rows = (await manager.query('SELECT id, name FROM publisher')) as { id: string; name: string }[];
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export function uploadLine(upload: Upload, names: ReadonlyMap<string, string>): UploadLine {
  const { id, fileName, publisherId, state, createdAt, by, preview } = upload;
  const rows = preview?.sheets.reduce((sum, sheet) => sum + sheet.rows, 0);
  return {
    id,
    fileName,
    publisher: names.get(publisherId) ?? publisherId,
    state,
    createdAt: createdAt.toISOString(),
    by: by.name,
    rows: rows === 0 ? preview?.releases.read : rows,
    faults: preview ? faultsIn(preview) : undefined,
  };
}

/** What the check of a file found, as its page tells it. */
export async function loadPreview(manager: EntityManager, upload: Upload): Promise<UploadPreview | undefined> {
  const { preview } = upload;
  if (preview === null) return undefined;
  const findings = await listFindings(manager, upload.id, { limit: MOST_FAULTS });
  const profile = (await loadProfiles()).find(({ id }) => id === preview.profile);
  const { processes } = preview;
  return {
    profile: { id: preview.profile, title: profile?.title ?? preview.profile },
    sheets: preview.sheets,
    rows: preview.rows ?? {},
    processes: { ...processes, unchanged: processes.unchanged ?? preview.releases.unchanged },
    faultCount: faultsIn(preview),
    faults: groupFindings(findings, preview),
    differences: [],
    ...(upload.replaces !== null && preview.comparison && { sinceEarlier: await changesSince(manager, upload.id) }),
  };
}

function faultsIn({ findings }: Told): number {
  return findings.error + findings.warning + findings.note;
}

async function changesSince(manager: EntityManager, id: string): Promise<FaultChanges> {
  const [fixed, remaining, fresh] = [
    await listFindings(manager, id, { change: 'fixed', limit: MOST_COMPARED }),
    await listFindings(manager, id, { change: 'still', limit: MOST_COMPARED }),
    await listFindings(manager, id, { change: 'new', limit: MOST_COMPARED }),
  ];
  return { fixed: fixed.map(faultLine), remaining: remaining.map(faultLine), fresh: fresh.map(faultLine) };
}

/** By rule and column; the weightiest first, then as they stand in the file. */
function groupFindings(findings: readonly UploadFinding[], { faults }: Told): readonly FaultGroup[] {
  const groups = new Map<string, UploadFinding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.header]);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map((group) => faultGroup(group, faults)).toSorted((a, b) => weightOf(a) - weightOf(b));
}

function faultGroup(group: readonly UploadFinding[], counted: Told['faults']): FaultGroup {
  const [first] = group as readonly [UploadFinding, ...UploadFinding[]];
  const { rule, severity, message, remedy } = first;
  const header = first.header ?? '';
  const all = counted.find((one) => one.rule === rule && one.header === header)?.count ?? 0;
  const faults = group.slice(0, SHOWN_OF_GROUP).map(faultLine);
  return { rule, severity, header, message, remedy, faults, count: Math.max(all, group.length) };
}

function weightOf({ severity }: FaultGroup): number {
  return ['error', 'warning', 'note'].indexOf(severity);
}

function faultLine({ sheet, row, column, header, value, pointer, message }: UploadFinding): FaultLine {
  const cell = row === null ? '' : column === null || column < 0 ? String(row) : cellAddress(row, column);
  const place = sheet === null ? (pointer ?? '') : sheet === '' ? cell : `${sheet}!${cell}`;
  return { cell: place, header: header ?? '', value: value ?? '', message };
}
