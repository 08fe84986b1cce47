import { generateProcesses } from '#demo';
import {
  createReleaseValidator,
  type Json,
  type JsonObject,
  maskPersons,
  MergeError,
  mergeReleases,
  readReleases,
  repairRelease,
  UnreadableInputError,
  upgradeRelease,
} from '#ocds';
import { examplePackage } from '../example-releases.js';
import { createDraw, type Draw, mutateBytes, mutateTree } from './mutate.js';

const CASES = process.env['C7_QUICK'] ? 2_000 : 100_000;
const SEED = 7_2018;
/** Far above what any of these small packages takes, far below what a person would call hanging. */
const LONGEST_MS = 5_000;

const validate = createReleaseValidator();

const releases = [...generateProcesses({ processes: 6, seed: SEED })] as unknown as JsonObject[];
const packages: readonly Json[] = [
  examplePackage(releases.slice(0, 4)) as unknown as Json,
  {
    ...examplePackage([]),
    releases: undefined,
    records: [{ ocid: releases[0]!['ocid']!, releases: releases.slice(0, 2) }],
  } as unknown as Json,
  { arrayReleasePackage: [examplePackage(releases.slice(4, 6))] } as unknown as Json,
];

/** Everything that is done to what comes in; only the named errors of bad input may come out. */
async function takeIn(bytes: Uint8Array): Promise<string> {
  const found: JsonObject[] = [];
  try {
    for await (const { release } of readReleases(inPieces(bytes))) {
      validate(release);
      repairRelease(release);
      upgradeRelease(release);
      found.push(maskPersons(release, () => 'PF-x'));
    }
    mergeReleases(found);
    return 'merged';
  } catch (error) {
    if (error instanceof UnreadableInputError || error instanceof MergeError) return error.code;
    throw error;
  }
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 4096) yield bytes.subarray(at, at + 4096);
}

function mutant(draw: Draw): Uint8Array {
  const original = packages[draw(packages.length)]!;
  const text = (document: Json) => Buffer.from(JSON.stringify(document));
  return draw(2) === 0 ? mutateBytes(text(original), draw) : text(mutateTree(original, draw));
}

it(`takes in ${CASES.toLocaleString('en')} mutated packages: findings or a named error, never a crash, a hang or a swelling`, async () => {
  const draw = createDraw(SEED);
  const outcomes = new Map<string, number>();
  let slowest = 0;
  for (let n = 0; n < CASES; n++) {
    const bytes = mutant(draw);
    const begin = performance.now();
    const outcome = await takeIn(bytes);
    slowest = Math.max(slowest, performance.now() - begin);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  console.info(
    JSON.stringify({
      slowestMs: Math.round(slowest),
      rssMb: Math.round(process.memoryUsage.rss() / 1e6),
      outcomes: Object.fromEntries(outcomes),
    }),
  );
  expect(slowest).toBeLessThan(LONGEST_MS);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(outcomes.get('merged')).toBeGreaterThan(CASES / 20);
  expect(outcomes.size).toBeGreaterThan(5);
}, 3_600_000);
