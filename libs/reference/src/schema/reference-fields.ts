import type { Bilingual } from '#ocds';
import type { ReferenceKind } from '../model/reference-kind.js';
import { type Rule, SCHEMAS } from './reference-schemas.js';

/** A field of the form in which a kind of reference data is edited, as its schema tells it. */
export interface ReferenceField {
  readonly name: string;
  readonly label: Bilingual;
  readonly help?: Bilingual | undefined;
  readonly input: 'text' | 'long' | 'date' | 'figure' | 'url' | 'choice';
  readonly choices: readonly { readonly value: string; readonly label: Bilingual }[];
  /** Always; a field that only some types need counts as optional. */
  readonly required: boolean;
}

/** The fields of a kind, or those of every source; in the order of the schema. */
export function referenceFields(kind: ReferenceKind | 'source'): readonly ReferenceField[] {
  const { properties, required } = SCHEMAS[kind];
  return Object.entries(properties).map(([name, rule]) => ({
    name,
    label: rule.label,
    help: rule.help,
    input: inputOf(rule),
    choices: Object.entries(rule.options ?? {}).map(([value, label]) => ({ value, label })),
    required: required.includes(name),
  }));
}

function inputOf({ enum: codes, format, input = 'text' }: Rule): ReferenceField['input'] {
  if (codes) return 'choice';
  return format === 'date' ? 'date' : input;
}
