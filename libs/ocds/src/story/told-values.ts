import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { compareDecimals, roundDecimal } from './decimal.js';
import type { Money } from './money.js';
import { knownMoneyOf } from './money-by-stage.js';
import { textOf } from './read.js';

/** An amount and the release that first told it. */
export interface ToldValue {
  readonly release: string;
  readonly money: Money;
}

/** The place of a release in the order of all; of one that is none of them, before the first. */
export type PlaceOf = (release: string) => number;

/** Each amount that a versioned value had, where it differs from the one before, in the order of the releases. */
export function toldValues(value: JsonObject | undefined, placeOf: PlaceOf): readonly ToldValue[] {
  const members = value ?? {};
  const values: ToldValue[] = [];
  for (const release of releasesOf(members, placeOf)) {
    const money = knownMoneyOf(valueAt(members, placeOf(release), placeOf));
    const last = values.at(-1)?.money;
    if (money !== undefined && !(last && isSame(last, money))) values.push({ release, money });
  }
  return values;
}

/** The releases that told any member of a versioned object, in their order. */
export function releasesOf(versioned: JsonObject, placeOf: PlaceOf): readonly string[] {
  const told = Object.values(versioned).flatMap((versions) => versionsOf(versions).map(({ release }) => release));
  return [...new Set(told)].toSorted((a, b) => placeOf(a) - placeOf(b));
}

function isSame(one: Money, other: Money): boolean {
  const [left, right] = [one, other].map(({ amount }) => roundDecimal(amount, 2));
  return one.currency === other.currency && compareDecimals(left!, right!) === 0;
}

/** Each member as it stood after the release in that place. */
function valueAt(members: JsonObject, place: number, placeOf: PlaceOf): JsonObject {
  const entries = Object.entries(members).map(([name, versions]): readonly [string, Json] => [
    name,
    versionsOf(versions).findLast(({ release }) => placeOf(release) <= place)?.value ?? null,
  ]);
  return Object.fromEntries(entries);
}

interface Version {
  readonly release: string;
  readonly value: Json;
}

function versionsOf(versions: Json | undefined): readonly Version[] {
  if (!Array.isArray(versions)) return [];
  return (versions as readonly Json[]).flatMap((version) => {
    const release = isJsonObject(version) ? textOf(version['releaseID']) : undefined;
    return release === undefined ? [] : [{ release, value: (version as JsonObject)['value'] ?? null }];
  });
}
