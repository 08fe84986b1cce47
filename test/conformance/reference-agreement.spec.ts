import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compareTallies, explain, type Difference } from './reference-agreement-differences.js';
import { tallyOurs } from './reference-agreement-ours.js';
import { packagesIn, type ComparedPackage } from './reference-agreement-packages.js';
import { tallyTheirs, type ReferenceAnswer, type Tally } from './reference-agreement-theirs.js';

const PEERS = path.resolve(process.cwd(), 'bench/peers');
const PYTHON = path.join(PEERS, '.venv/bin/python');
const DATA = path.resolve(process.cwd(), '../shared/data/ocds');
const SCHEMAS = path.resolve(process.cwd(), '../shared/ocds/1.1.5');
const isPresent = [path.join(PEERS, '.venv/bin/libcoveocds'), DATA, SCHEMAS].every((place) => existsSync(place));
if (!isPresent) console.info('Skipped: the reference validator (bench/peers/install.sh) or its data are absent.');

interface Review {
  readonly document: string;
  readonly answer?: ReferenceAnswer;
  readonly error?: string;
}

interface Comparison {
  readonly equal: number;
  readonly differences: readonly Difference[];
  /** Findings of each rule, by it and by us, but for those in versioned releases. */
  readonly byRule: ReadonlyMap<string, readonly [theirs: number, ours: number]>;
}

(isPresent ? describe : describe.skip)('agreement with the reference validator', () => {
  let packages: readonly ComparedPackage[];
  let comparison: Comparison;

  beforeAll(() => {
    packages = packagesIn(DATA);
    comparison = compareAll(packages, reviewAll(packages));
    if (process.env['AGREEMENT'] !== undefined) print(comparison);
  }, 300_000);

  it('compares every file of the reference folder', () => expect(packages).toHaveLength(147));

  it.each(['required', 'type', 'format', 'min-length', 'duplicate-id', 'duplicate-release'])(
    'finds the same number of %s',
    (rule) => {
      const [theirs, ours] = comparison.byRule.get(rule) ?? [0, 0];
      expect(ours).toBeGreaterThan(0);
      expect(ours).toBe(theirs);
    },
  );

  it('differs only for the reasons that docs/conformance.md gives', () => {
    expect(comparison.differences.filter((difference) => explain(difference) === undefined)).toEqual([]);
  });

  it('differs as often as docs/conformance.md says', () => {
    const document = readFileSync(path.resolve(process.cwd(), 'docs/conformance.md'), 'utf8');
    expect(document).toContain(`| equal | ${comparison.equal} |`);
    expect(document).toContain(`| different | ${comparison.differences.length} |`);
    const reasons = [...document.matchAll(/^\| `([\w-]+)` \| (\d+) \| \D/gm)];
    expect(countReasons(comparison.differences)).toEqual(new Map(reasons.map((row) => [row[1], Number(row[2])])));
    const rules = [...document.matchAll(/^\| `([\w-]+)`[^|]*\| (\d+) \| (\d+) \|$/gm)];
    expect(comparison.byRule).toEqual(new Map(rules.map((row) => [row[1], [Number(row[2]), Number(row[3])]])));
  });
});

function reviewAll(all: readonly ComparedPackage[]): readonly Review[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'agreement-'));
  const files = all.map((_, index) => path.join(folder, `${index}.json`));
  for (const [index, { document }] of all.entries()) writeFileSync(files[index]!, JSON.stringify(document));
  const options = { encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
  const answers = execFileSync(PYTHON, [path.join(PEERS, 'review.py'), SCHEMAS, ...files], options);
  rmSync(folder, { recursive: true });
  return answers
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Review);
}

function compareAll(all: readonly ComparedPackage[], reviews: readonly Review[]): Comparison {
  const differences: Difference[] = [];
  const byRule = new Map<string, [number, number]>();
  let equal = 0;
  for (const [index, { file, document }] of all.entries()) {
    const { answer, error } = reviews[index]!;
    if (answer === undefined) throw new Error(`The reference failed on ${file}: ${error}`);
    const [theirs, ours] = [tallyTheirs(answer), tallyOurs(document)];
    const compared = compareTallies(file, theirs, ours);
    equal += compared.equal;
    differences.push(...compared.differences);
    addByRule(byRule, theirs, 0);
    addByRule(byRule, ours, 1);
  }
  return { equal, differences, byRule };
}

function addByRule(byRule: Map<string, [number, number]>, tally: Tally, side: 0 | 1): void {
  for (const [key, count] of tally) {
    if (key.includes(' records/versionedRelease')) continue;
    const rule = key.slice(0, key.indexOf(' '));
    const counts = byRule.get(rule) ?? [0, 0];
    counts[side] += count;
    byRule.set(rule, counts);
  }
}

function countReasons(differences: readonly Difference[]): ReadonlyMap<string | undefined, number> {
  const counts = new Map<string | undefined, number>();
  for (const difference of differences) {
    const reason = explain(difference);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return counts;
}

/** For who writes the document: `AGREEMENT=1 npm test -- reference-agreement`. */
function print({ equal, differences, byRule }: Comparison): void {
  console.info({ equal, byRule, reasons: countReasons(differences) });
  console.info(differences.filter((difference) => explain(difference) === undefined));
}
