import type { Finding } from '../views.js';

/** Findings of one rule, told once, with the places where it was broken. */
export interface FindingGroup {
  readonly rule: string;
  readonly severity: string;
  readonly findings: readonly [Finding, ...Finding[]];
}

/** Groups findings by rule, the gravest and then the most frequent first. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.rule}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [finding]);
    else known.push(finding);
  }
  return [...groups.values()].map(groupOf).toSorted(byWeight);
}

function groupOf(findings: [Finding, ...Finding[]]): FindingGroup {
  return { rule: findings[0].rule, severity: findings[0].severity, findings };
}

const GRAVITY: readonly string[] = ['fatal', 'error', 'warning', 'note', 'info'];

function byWeight(a: FindingGroup, b: FindingGroup): number {
  return gravity(a.severity) - gravity(b.severity) || b.findings.length - a.findings.length;
}

function gravity(severity: string): number {
  const index = GRAVITY.indexOf(severity);
  return index < 0 ? GRAVITY.length : index;
}
