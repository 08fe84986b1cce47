import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const FOLDER = path.resolve(process.cwd(), 'schemas/ocds/1.1');
const NAMES = [
  'release-schema',
  'versioned-release-validation-schema',
  'release-package-schema',
  'record-package-schema',
];

let ajv: Ajv | undefined;

/** A check of a whole package by the project's own schema; it answers what is wrong, in Ajv's words. */
export function compileSchema(name: string): (value: unknown) => readonly string[] {
  ajv ??= loadSchemas();
  const { id } = readSchema(name) as { id: string };
  const check = ajv.getSchema(id) as ValidateFunction;
  return (value) => (check(value) ? [] : (check.errors ?? []).map((error) => `${error.instancePath} ${error.message}`));
}

function loadSchemas(): Ajv {
  const fresh = new AjvDraft04.default({ allErrors: true, strict: false });
  addFormats.default(fresh);
  for (const name of NAMES) fresh.addSchema(readSchema(name));
  return fresh;
}

function readSchema(name: string): AnySchemaObject {
  return JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8')) as AnySchemaObject;
}
