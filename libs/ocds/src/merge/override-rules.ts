import type { MergeOverride, MergeRule, MergeRules } from './merge-rules.js';
import { noRules } from './merge-rules.js';

/** By the path of a list, without positions: `{ 'tender/items': 'APPEND' }`. */
export type MergeOverrides = Readonly<Record<string, MergeOverride>>;

const overridden = new WeakMap<MergeOverrides, { readonly rules: MergeRules; readonly result: MergeRules }>();

/** The rules with some lists matched otherwise; kept for the same two objects. The rules given stay as they are. */
export function overrideRules(rules: MergeRules, overrides: MergeOverrides): MergeRules {
  const known = overridden.get(overrides);
  if (known?.rules === rules) return known.result;
  const result = Object.entries(overrides).reduce((all, [path, override]) => at(all, path.split('/'), override), rules);
  overridden.set(overrides, { rules, result });
  return result;
}

/** Copies the rules along the path only: the same definition may be merged elsewhere by its own rule. */
function at(rules: MergeRules, [name = '', ...rest]: readonly string[], override: MergeOverride): MergeRules {
  const rule: MergeRule = rules.byName.get(name) ?? { strategy: 'merge', members: noRules };
  const changed = rest.length === 0 ? { ...rule, override } : { ...rule, members: at(rule.members, rest, override) };
  return { ...rules, byName: new Map(rules.byName).set(name, changed) };
}
