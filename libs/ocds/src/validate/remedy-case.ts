import type { Bilingual } from '../bilingual.js';
import type { FindDefiningExtension } from '../extensions/find-defining-extension.js';
import type { Extension } from '../extensions/registry.js';
import type { Json } from '../json.js';
import { closestName } from './closest-name.js';
import { DEPRECATED_REPLACEMENTS } from './deprecated-replacements.js';
import type { Fault } from './fault.js';
import type { FindingRule } from './finding.js';
import type { RemedyCase } from './remedies.js';
import { suggestDateTime, suggestUri } from './suggest-format.js';
import { typeOf } from './type-words.js';

/** Which remedy fits a fault best, and what that remedy mentions besides the fault's own facts. */
export interface ChosenRemedy {
  readonly key: FindingRule | RemedyCase;
  readonly suggestion?: string;
  readonly replacement?: Bilingual;
  readonly extension?: Extension;
}

/** Chooses the most exact remedy known for a fault. */
export function chooseRemedy(fault: Fault, extensionOf?: FindDefiningExtension): ChosenRemedy {
  if (fault.rule === 'type') return { key: typeCase(fault.value, fault.hints?.expected ?? []) };
  if (fault.rule === 'format') return formatCase(fault);
  if (fault.rule === 'code-not-in-closed-list') return codeCase(fault);
  if (fault.rule === 'additional-field') return fieldCase(fault, extensionOf?.(fault.path));
  if (fault.rule === 'deprecated-field') return deprecatedCase(fault);
  return { key: fault.rule };
}

function typeCase(value: Json | undefined, expected: readonly string[]): FindingRule | RemedyCase {
  const actual = typeOf(value);
  if (actual === 'null') return 'type: null';
  if (actual === 'array') return 'type: list';
  if (expected.includes('array')) return 'type: not a list';
  if (actual === 'string' && (expected.includes('number') || expected.includes('integer')))
    return 'type: quoted number';
  return actual === 'number' && expected.includes('string') ? 'type: bare number' : 'type';
}

function formatCase({ value, hints }: Fault): ChosenRemedy {
  if (typeof value !== 'string' || value.trim() === '') return { key: 'format: blank' };
  const suggest = hints?.format === 'uri' ? suggestUri : suggestDateTime;
  const suggestion = isOcdsFormat(hints?.format) ? suggest(value) : undefined;
  if (suggestion !== undefined) return { key: 'format: suggestion', suggestion };
  return { key: isOcdsFormat(hints?.format) ? `format: ${hints.format}` : 'format' };
}

function isOcdsFormat(format: string | undefined): format is 'date-time' | 'uri' {
  return format === 'date-time' || format === 'uri';
}

/** More codes than this are no help in a sentence. */
const SHORT_LIST = 20;

function codeCase({ rule, value, hints }: Fault): ChosenRemedy {
  const allowed = hints?.allowed ?? [];
  const suggestion = typeof value === 'string' ? closestName(value, allowed) : undefined;
  if (suggestion !== undefined) return { key: 'code: suggestion', suggestion };
  return { key: allowed.length > SHORT_LIST ? 'code: long list' : rule };
}

/** The very name in an extension is a better guess than a misspelling. */
function fieldCase({ rule, hints }: Fault, extension: Extension | undefined): ChosenRemedy {
  if (extension !== undefined) return { key: 'additional: extension', extension };
  const suggestion = closestName(hints?.name ?? '', hints?.siblings ?? []);
  return suggestion === undefined ? { key: rule } : { key: 'additional: suggestion', suggestion };
}

function deprecatedCase({ rule, field }: Fault): ChosenRemedy {
  const replacement = DEPRECATED_REPLACEMENTS.get(field?.name ?? '');
  return replacement === undefined ? { key: rule } : { key: 'deprecated: replacement', replacement };
}
