import {
  createDuplicateReleaseCheck,
  createReleaseValidator,
  isJsonObject,
  validatePackageMetadata,
  validateRecordMetadata,
  type Finding,
  type Json,
  type JsonObject,
} from '#ocds';
import { countKeys, genericPath, type Tally } from './reference-agreement-theirs.js';

/** What our validator says of a package, counted as the reference's answer is. */
export function tallyOurs(document: JsonObject): Tally {
  const { extensions: _, ...head } = document;
  const findings = [...inPlace('', validatePackageMetadata(head)), ...releasesIn(document), ...recordsIn(document)];
  const codes = findings.filter(({ rule }) => rule.startsWith('code-'));
  const distinct = new Set(
    codes.map(({ rule, place, value }) => JSON.stringify([`${rule} ${genericPath(place)}`, value])),
  );
  const others = findings.filter(({ rule }) => !rule.startsWith('code-'));
  return countKeys([
    ...others.map(({ rule, place }) => `${rule} ${genericPath(place)}`),
    ...[...distinct].map((key) => (JSON.parse(key) as [string, Json])[0]),
  ]);
}

interface Placed extends Finding {
  readonly place: string;
}

const inPlace = (at: string, findings: readonly Finding[]): readonly Placed[] =>
  findings.map((finding) => ({ ...finding, place: at + finding.pointer }));

/** As the reference is run: without extensions. */
const validator = createReleaseValidator({ maxFindings: 1_000_000 });
const validate = (release: Json) => validator(release).findings;

function releasesIn({ releases }: JsonObject): readonly Placed[] {
  const check = createDuplicateReleaseCheck();
  return listOf(releases).flatMap((release, index) => {
    const repeat = check(release, index);
    return [...inPlace(`/releases/${index}`, validate(release)), ...inPlace('', repeat === undefined ? [] : [repeat])];
  });
}

function recordsIn({ records }: JsonObject): readonly Placed[] {
  return listOf(records).flatMap((record, index) => [
    ...inPlace(`/records/${index}`, validateRecordMetadata(record)),
    ...(isJsonObject(record) ? releasesOf(record, `/records/${index}`) : []),
  ]);
}

function releasesOf(record: JsonObject, at: string): readonly Placed[] {
  const whole = [...listOf(record.releases).entries()].filter(
    ([, item]) => isJsonObject(item) && item.id !== undefined,
  );
  return [
    ...whole.flatMap(([index, release]) => inPlace(`${at}/releases/${index}`, validate(release))),
    ...(record.compiledRelease === undefined ? [] : inPlace(`${at}/compiledRelease`, validate(record.compiledRelease))),
  ];
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
