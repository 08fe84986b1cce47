import type { FoundPart } from '../read/found-part.js';
import type { FoundRelease } from '../read/found-release.js';
import { createDuplicateReleaseCheck } from './duplicate-release-check.js';
import type { FileFindingGroup } from './file-report.js';
import type { Finding, FindingSeverity, Verdict } from './finding.js';
import { createFindingCollector, groupFindings } from './group-findings.js';
import { gatherRecords } from './record-gathering.js';
import { validatePackageMetadata } from './validate-package-metadata.js';
import { validateRecordMetadata } from './validate-record-metadata.js';

/** The findings of a file as they come. */
export interface FileFindings {
  readonly part: (part: FoundPart) => void;
  readonly release: (found: FoundRelease, verdict: Verdict) => void;
  readonly counts: () => { readonly valid: number; readonly invalid: number };
  /** To be asked for at the end. */
  readonly groups: () => readonly FileFindingGroup[];
}

/** Collects the findings of a file's releases, records and packages, the groups of each kind apart. */
export function createFileFindings(): FileFindings {
  const collectors = {
    release: createFindingCollector(),
    record: createFindingCollector(),
    package: createFindingCollector(),
  };
  const records = gatherRecords(({ record, pointer }) =>
    collectors.record.add(groupFindings(validateRecordMetadata(record)), nameOf(record.ocid), pointer),
  );
  const repeats = checkRepeatedReleases();
  let [valid, invalid] = [0, 0];
  return {
    part: (part) => {
      records.part(part);
      if (part.kind === 'package') {
        collectors.package.add(groupFindings(validatePackageMetadata(part.value)), undefined, part.pointer);
      }
    },
    release: (found, verdict) => {
      records.release(found);
      const repeat = repeats(found);
      if (repeat !== undefined) collectors.package.add(groupFindings([repeat]), nameOf(found.release.ocid));
      collectors.release.add(verdict.groups, nameOf(found.release.ocid), found.pointer);
      if (verdict.valid && repeat === undefined) valid += 1;
      else invalid += 1;
    },
    counts: () => ({ valid, invalid }),
    groups: () => {
      records.end();
      const kinds = ['package', 'record', 'release'] as const;
      return kinds.flatMap((of) => collectors[of].groups().map((group) => ({ of, ...group }))).sort(byWeight);
    },
  };
}

/** Releases repeat one another within a package; those without one, within the file. */
function checkRepeatedReleases(): (found: FoundRelease) => Finding | undefined {
  let [scope, check] = ['', createDuplicateReleaseCheck()];
  return ({ release, pointer }) => {
    const own = packageOf(pointer);
    if (own !== scope) [scope, check] = [own, createDuplicateReleaseCheck()];
    return check(release, pointer);
  };
}

/** Pointer of the package a release is in; empty for one that stands in none. */
function packageOf(pointer: string): string {
  const cut = pointer.search(/\/(?:records\/\d+\/)?(?:releases\/\d+|compiledRelease)$|\/records\/\d+$/);
  return cut === -1 ? '' : pointer.slice(0, cut);
}

const WEIGHT: Readonly<Record<FindingSeverity, number>> = { error: 0, warning: 1, note: 2 };

function byWeight(left: FileFindingGroup, right: FileFindingGroup): number {
  return WEIGHT[left.severity] - WEIGHT[right.severity] || right.count - left.count;
}

function nameOf(ocid: unknown): string | undefined {
  return typeof ocid === 'string' ? ocid : undefined;
}
