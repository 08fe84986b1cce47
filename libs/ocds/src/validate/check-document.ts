import type { FindDefiningExtension } from '../extensions/find-defining-extension.js';
import type { Json, JsonObject } from '../json.js';
import { compileSchema } from './compile-schema.js';
import { createFindingSink } from './finding-sink.js';
import type { Verdict } from './finding.js';
import type { Codelists } from './ocds-codelists.js';
import { createPhrasebook } from './phrasebook.js';
import { describeFields } from './schema-field.js';
import { schemaFaults } from './schema-fault.js';
import { rootSpot, type Spot } from './spot.js';
import { walkFields } from './walk-fields.js';

/** Rules beyond the schema, for one kind of document; `root` is the document's own place. */
export type ExtraRules<Context> = (document: Json, root: Spot, context: Context) => void;

/** What a document is checked against. */
export interface DocumentRules<Context> {
  readonly schema: JsonObject;
  readonly codelists: Codelists;
  readonly maxFindings: number;
  readonly extraRules: ExtraRules<Context>;
  /** Knows which extension defines a field that the schema does not. */
  readonly extensionOf?: FindDefiningExtension;
}

/** Makes the check of one kind of document: its schema by Ajv, then one walk, then the rules of its own. */
export function createDocumentCheck<Context>(
  rules: DocumentRules<Context>,
): (document: Json, context: Context) => Verdict {
  const check = compileSchema(rules.schema);
  const root = describeFields(rules.schema, rules.codelists);
  const inWords = createPhrasebook(rules.extensionOf);
  return (document, context) => {
    const { report, verdict } = createFindingSink(rules.maxFindings, inWords);
    for (const fault of schemaFaults(check(document), root)) report(fault);
    const spot = rootSpot(root, report);
    rules.extraRules(document, spot, context);
    walkFields(document, spot);
    return verdict();
  };
}
