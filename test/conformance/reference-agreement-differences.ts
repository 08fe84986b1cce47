import type { Tally } from './reference-agreement-theirs.js';

/** A rule at a path of a file that the two validators count differently. */
export interface Difference {
  readonly file: string;
  readonly rule: string;
  readonly path: string;
  readonly theirs: number;
  readonly ours: number;
  /** Another rule by which we report the same path in the same file, if there is one. */
  readonly otherwise: readonly string[];
  /** Another field that we report by the same rule has a name with which this one begins, as `fecha` and `fechaFin`. */
  readonly extendsAnother: boolean;
}

export function compareTallies(
  file: string,
  theirs: Tally,
  ours: Tally,
): { readonly equal: number; readonly differences: readonly Difference[] } {
  const keys = [...new Set([...theirs.keys(), ...ours.keys()])];
  const unequal = keys.filter((key) => theirs.get(key) !== ours.get(key));
  const differences = unequal.map((key) => differenceAt(file, key, theirs, ours));
  return { equal: keys.length - unequal.length, differences };
}

function differenceAt(file: string, key: string, theirs: Tally, ours: Tally): Difference {
  const cut = key.indexOf(' ');
  const [rule, path] = [key.slice(0, cut), key.slice(cut + 1)];
  const otherwise = [...ours.keys()].filter((other) => other !== key && other.slice(other.indexOf(' ') + 1) === path);
  const counts = { theirs: theirs.get(key) ?? 0, ours: ours.get(key) ?? 0 };
  const extendsAnother = [...ours.keys()].some((other) => other !== key && key.startsWith(other));
  const rules = otherwise.map((other) => other.slice(0, other.indexOf(' ')));
  return { file, rule, path, ...counts, otherwise: rules, extendsAnother };
}

/** The reason of a difference by the name it has in docs/conformance.md; `undefined` when none fits. */
export function explain(difference: Difference): string | undefined {
  return Object.entries(REASONS).find(([, fits]) => fits(difference))?.[0];
}

const REASONS: Readonly<Record<string, (difference: Difference) => boolean>> = {
  'versioned-release': ({ path }) => path.startsWith('records/versionedRelease'),
  'local-name-with-underscore': ({ rule, path, theirs, ours }) =>
    rule === 'additional-field' && (theirs < ours ? /_[^/]*$/.test(path) : /_[^/]*\//.test(path)),
  'name-that-extends-another': ({ rule, theirs, extendsAnother }) =>
    rule === 'additional-field' && theirs === 0 && extendsAnother,
  'deprecated-everywhere': ({ rule, theirs, ours }) => rule === 'deprecated-field' && theirs < ours,
  'empty-code': ({ rule, theirs, ours }) => rule === 'code-not-in-closed-list' && theirs < ours,
  'empty-said-once': ({ rule, theirs, ours, otherwise }) =>
    rule === 'empty-field' && theirs > ours && otherwise.some((other) => ERRORS.has(other)),
  'code-of-wrong-type': ({ rule, theirs, ours, otherwise }) =>
    rule === 'code-not-in-open-list' && theirs > ours && otherwise.includes('type'),
  'each-repeat': ({ rule, theirs, ours }) => rule === 'duplicate-item' && theirs < ours,
  'embedded-without-id': ({ rule, path, theirs, ours }) =>
    rule === 'missing-id' && path.startsWith('records/releases') && theirs < ours,
};

const ERRORS = new Set(['code-not-in-closed-list', 'format', 'min-length', 'min-items', 'type', 'required']);
