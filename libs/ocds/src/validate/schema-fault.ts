import type { ErrorObject } from 'ajv-draft-04';
import type { Json } from '../json.js';
import type { Fault, FaultHints } from './fault.js';
import type { FindingRule } from './finding.js';
import { pointerSegment } from './pointer-segment.js';
import type { Field } from './schema-field.js';

/** The errors of Ajv as faults, each said once: no wrong code where the type is wrong, no branches of `oneOf`. */
export function schemaFaults(errors: readonly ErrorObject[], root: Field): readonly Fault[] {
  const mistyped = new Set(errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath));
  return errors
    .filter((error) => !isBranch(error) && !(error.keyword === 'enum' && mistyped.has(error.instancePath)))
    .map((error) => faultOf(error, root));
}

/** Inside `oneOf` and `anyOf` each branch complains; the keyword itself says what matters. */
function isBranch({ schemaPath }: ErrorObject): boolean {
  return /\/(?:oneOf|anyOf)\/\d/.test(schemaPath);
}

const RULES: ReadonlyMap<string, FindingRule> = new Map([
  ['required', 'required'],
  ['type', 'type'],
  ['format', 'format'],
  ['enum', 'code-not-in-closed-list'],
  ['minLength', 'min-length'],
  ['minItems', 'min-items'],
  ['pattern', 'pattern'],
]);

function faultOf(error: ErrorObject, root: Field): Fault {
  const rule = RULES.get(error.keyword) ?? 'constraint';
  if (rule === 'required') return missingFault(error, root);
  const place = placeOf(error.instancePath, root);
  return { rule, ...place, value: error.data as Json, hints: hintsOf(error) };
}

function missingFault({ instancePath, params }: ErrorObject, root: Field): Fault {
  const name = String(params.missingProperty);
  return { rule: 'required', ...placeOf(`${instancePath}/${pointerSegment(name)}`, root), hints: { name } };
}

function hintsOf({ keyword, schema, params }: ErrorObject): FaultHints {
  if (keyword === 'type') return { expected: [schema].flat() as string[] };
  if (keyword === 'enum') return { allowed: (schema as Json[]).filter((code) => typeof code === 'string') };
  if (keyword === 'format') return { format: String(params.format) };
  if (keyword === 'pattern') return { wanted: String(params.pattern) };
  return { keyword };
}

function placeOf(pointer: string, root: Field): Pick<Fault, 'pointer' | 'path' | 'field'> {
  const segments = pointer.split('/').slice(1);
  const names = segments.filter((segment) => !/^\d+$/.test(segment));
  return { pointer, path: names.join('/'), field: fieldAt(names, root) };
}

function fieldAt(names: readonly string[], root: Field): Field | undefined {
  let field: Field | undefined = root;
  for (const name of names) field = field?.members().get(name);
  return field;
}
