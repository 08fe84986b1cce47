import { createHash } from 'node:crypto';
import { type Canonical, canonicalJson } from '../log/canonical-json.js';
import type { ReportDocument } from './report-document.js';

export type Unhashed = Omit<ReportDocument, 'hash'>;

/** A report with the hash of its text. */
export function hashed(report: Unhashed): ReportDocument {
  return { ...report, hash: sha256(canonical(report)) };
}

/** The canonical text of a report (RFC 8785), which its hash is of: two reports with the same text say the same. */
export function reportText({ hash: _, ...report }: ReportDocument): string {
  return canonical(report);
}

/** A report from its text; its hash is that of the text, whatever the text says. */
export function reportFrom(text: string): ReportDocument {
  return { ...(JSON.parse(text) as Unhashed), hash: sha256(text) };
}

/** Whether a report that was stored elsewhere is still what its hash says. */
export function isIntact(report: ReportDocument): boolean {
  return sha256(reportText(report)) === report.hash;
}

function canonical(report: Unhashed): string {
  return canonicalJson(JSON.parse(JSON.stringify(report)) as Canonical);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
