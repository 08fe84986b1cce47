import { checkSettings } from './read-settings.js';
import { type Environment, gatherSettings } from './gather-settings.js';
import { showSetting } from './show-setting.js';
import { settingNames, settingRules } from './settings-schema.js';

/** A setting as it takes effect. */
export interface ExplainedSetting {
  readonly name: string;
  /** As it may be shown; null when it has none. */
  readonly value: string | null;
  /** `entorno`, `archivo:line`, `por omisión`, or `sin valor`. */
  readonly from: string;
  readonly fault: string | null;
}

export interface ExplainedSettings {
  readonly ok: boolean;
  readonly settings: readonly ExplainedSetting[];
  /** Wrong, beyond the value of one setting. */
  readonly faults: readonly string[];
  readonly doubts: readonly string[];
}

/** The configuration as it takes effect, with where each value comes from and what is wrong; no secret is in it. */
export function explainSettings(environment: Environment, folder: string): ExplainedSettings {
  const { values, origins, faults, doubts } = gatherSettings(environment, folder);
  const wrong = checkSettings(values);
  const settings = settingNames.map((name) => ({
    name,
    ...effective(name, values[name], origins[name]),
    fault: wrong.get(name) ?? null,
  }));
  return { ok: faults.length === 0 && wrong.size === 0, settings, faults, doubts };
}

function effective(name: string, value: string | undefined, origin: string | undefined) {
  if (value !== undefined) return { value: showSetting(name, value), from: origin ?? 'entorno' };
  const standard = settingRules[name]?.default;
  if (standard === undefined || standard === '') return { value: null, from: 'sin valor' };
  return { value: String(standard), from: 'por omisión' };
}
