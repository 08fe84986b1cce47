import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import schema from '../../../../schemas/tracker/seed.schema.json' with { type: 'json' };
import { type EnumerationName, isCode } from '../model/enumerations.js';
import type { RecordKind } from '../model/plan-record.js';

/** The id of something else, found while an item is checked. */
export interface FoundReference {
  readonly kind: RecordKind | 'any';
  readonly id: string;
  /** Place in the item. */
  readonly pointer: string;
}

interface Definition {
  readonly properties: Readonly<Record<string, object>>;
  readonly expected: readonly string[];
}

const { day: _day, writtenDate: _date, quantity: _quantity, provenance: _provenance, ...kinds } = schema.$defs;

const DEFINITIONS = kinds as Readonly<Record<RecordKind, Definition>>;

/** Every kind of data of a plan. */
export const RECORD_KINDS = Object.keys(DEFINITIONS) as readonly RecordKind[];

/** The fields of a kind that need a value or the reason why there is none. */
export function expectedFields(kind: RecordKind): readonly string[] {
  return DEFINITIONS[kind].expected;
}

/** The fields of a kind that are dates. */
export function dateFields(kind: RecordKind): readonly string[] {
  return Object.entries(DEFINITIONS[kind].properties).flatMap(([name, rule]) =>
    '$ref' in rule && rule.$ref === '#/$defs/writtenDate' ? [name] : [],
  );
}

/** The check of one kind; called with an array as `this`, it adds the references that it meets. */
export function checkOf(kind: RecordKind): ValidateFunction {
  return engine.getSchema(`seed#/$defs/${kind}`)!;
}

const engine = new Ajv2020({ allErrors: true, passContext: true, strictTypes: false });
engine.addVocabulary(['expected']);
engine.addKeyword({
  keyword: 'codelist',
  type: 'string',
  error: { message: ({ schema: name }) => `«${String(name)}»` },
  validate: (name: EnumerationName, code: string) => isCode(name, code),
});
engine.addKeyword({
  keyword: 'reference',
  type: 'string',
  validate: function (
    this: FoundReference[],
    kind: RecordKind | 'any',
    id: string,
    _rule: unknown,
    at?: { readonly instancePath: string },
  ) {
    this.push({ kind, id, pointer: at?.instancePath ?? '' });
    return true;
  },
});
engine.addSchema(schema, 'seed');
