import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { closestName } from './closest-name.js';
import { settingNames } from './settings-schema.js';

/** Looked for in the working directory when C7_CONFIG names none. */
export const USUAL_FILE = 'c7.config.yaml';

/** A value of the file, and its line. */
export interface FileValue {
  readonly text: string;
  readonly line: number;
}

export interface SettingsFile {
  /** Undefined when there is none. */
  readonly path: string | undefined;
  readonly values: ReadonlyMap<string, FileValue>;
  /** In words; never repeats a value. */
  readonly faults: readonly string[];
}

/**
 * The configuration file: a YAML mapping from the names of the settings to their values. A missing one is a fault only
 * where it was asked for.
 *
 * @param asked what C7_CONFIG or `--config` say.
 */
export function readSettingsFile(asked: string | undefined, folder: string): SettingsFile {
  const path = asked ?? join(folder, USUAL_FILE);
  const none = { path: undefined, values: new Map<string, FileValue>() };
  if (asked === undefined && !existsSync(path)) return { ...none, faults: [] };
  try {
    return { path, ...parse(readFileSync(path, 'utf8'), path) };
  } catch (error) {
    return { ...none, faults: [`${path}: no se puede leer (${(error as NodeJS.ErrnoException).code}).`] };
  }
}

function parse(text: string, path: string): Omit<SettingsFile, 'path'> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const values = new Map<string, FileValue>();
  const faults = document.errors.map(({ pos, code }) => `${path}:${lines.linePos(pos[0]).line}: ${sayYaml(code)}`);
  const { contents } = document;
  if (contents === null || faults.length > 0) return { values, faults };
  if (!isMap(contents)) return { values, faults: [`${path}: debe tener un ajuste por renglón, como HOST: 0.0.0.0`] };
  for (const { key, value } of contents.items) {
    const at = isScalar(key) ? lines.linePos(key.range?.[0] ?? 0).line : 1;
    const name = isScalar(key) ? String(key.value) : '';
    if (!settingNames.includes(name)) faults.push(`${path}:${at}: ${unknown(name)}`);
    else if (isScalar(value)) values.set(name, { text: String(value.value ?? ''), line: at });
    else faults.push(`${path}:${at}: ${name} lleva un solo valor, no una lista ni un grupo.`);
  }
  return { values, faults };
}

function sayYaml(code: string): string {
  return code === 'DUPLICATE_KEY' ? 'el ajuste está dos veces.' : 'no es YAML; cada renglón lleva NOMBRE: valor.';
}

function unknown(name: string): string {
  const meant = closestName(name, settingNames);
  return `no hay un ajuste «${name.slice(0, 60)}».${meant ? ` ¿${meant}?` : ''}`;
}
