import { closestName } from './closest-name.js';
import { readSettingsFile } from './settings-file.js';
import { settingNames } from './settings-schema.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where each value comes from, before any is judged. */
export interface GatheredSettings {
  readonly values: Readonly<Record<string, string>>;
  /** `entorno`, or the file and its line. */
  readonly origins: Readonly<Record<string, string>>;
  /** What is wrong with the file. */
  readonly faults: readonly string[];
  /** Variables that look like a mistyped setting; they may be somebody else's. */
  readonly doubts: readonly string[];
}

/**
 * Puts the environment and the file together; the environment wins, and an empty value counts as absent in both.
 *
 * @param folder where the usual file is looked for.
 */
export function gatherSettings(environment: Environment, folder: string): GatheredSettings {
  const file = readSettingsFile(environment['C7_CONFIG'] || undefined, folder);
  const values: Record<string, string> = {};
  const origins: Record<string, string> = {};
  for (const name of settingNames) {
    const inFile = file.values.get(name);
    if (environment[name]) {
      values[name] = environment[name];
      origins[name] = 'entorno';
    } else if (inFile && inFile.text !== '') {
      values[name] = inFile.text;
      origins[name] = `${file.path}:${inFile.line}`;
    }
  }
  return { values, origins, faults: file.faults, doubts: doubtsOf(environment) };
}

/** Short names (HOST and HOME) resemble others by chance. */
const SHORTEST = 7;

function doubtsOf(environment: Environment): string[] {
  return Object.keys(environment).flatMap((name) => {
    if (settingNames.includes(name) || name.length < SHORTEST) return [];
    const meant = closestName(name, settingNames);
    return meant && Math.abs(meant.length - name.length) <= 1 && isNear(name, meant)
      ? [`La variable ${name} no es un ajuste. ¿${meant}?`]
      : [];
  });
}

/** Two letters apart at most: the same letters otherwise. */
function isNear(name: string, meant: string): boolean {
  const left = [...meant];
  const strangers = [...name].filter((letter) => {
    const at = left.indexOf(letter);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return strangers.length <= 1;
}
