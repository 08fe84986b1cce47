import type { JsonObject } from '../json.js';
import { defaultMergeRules } from './default-merge-rules.js';
import { type MergeRules, mergeRulesOf } from './merge-rules.js';

/** `path strategy` of every field that is not merged by its shape. */
function table(rules: MergeRules, path = ''): string[] {
  return [...rules.byName]
    .flatMap(([name, rule]) =>
      rule.strategy === 'merge' ? table(rule.members, `${path}${name}/`) : [`${path}${name} ${rule.strategy}`],
    )
    .toSorted();
}

describe('the merge rules of a schema', () => {
  it('are, for the OCDS 1.1 release schema, these', () => {
    expect(table(defaultMergeRules())).toEqual([
      'awards/amendment/changes whole',
      'awards/amendments/changes whole',
      'awards/items/additionalClassifications whole',
      'awards/suppliers/additionalIdentifiers whole',
      'buyer/additionalIdentifiers whole',
      'contracts/amendment/changes whole',
      'contracts/amendments/changes whole',
      'contracts/implementation/transactions/payee/additionalIdentifiers whole',
      'contracts/implementation/transactions/payer/additionalIdentifiers whole',
      'contracts/items/additionalClassifications whole',
      'contracts/relatedProcesses/relationship whole',
      'date omit',
      'id omit',
      'ocid omit',
      'parties/additionalIdentifiers whole',
      'parties/roles whole',
      'relatedProcesses/relationship whole',
      'tag omit',
      'tender/additionalProcurementCategories whole',
      'tender/amendment/changes whole',
      'tender/amendments/changes whole',
      'tender/items/additionalClassifications whole',
      'tender/procuringEntity/additionalIdentifiers whole',
      'tender/submissionMethod whole',
      'tender/tenderers/additionalIdentifiers whole',
    ]);
  });

  it('are derived once per schema', () => {
    expect(defaultMergeRules()).toBe(defaultMergeRules());
  });

  it('hold the keywords of OCDS 1.0 and ignore a keyword that is false', () => {
    const schema = {
      properties: {
        dropped: { type: 'string', mergeStrategy: 'ocdsOmit' },
        replaced: { type: 'array', mergeStrategy: 'ocdsVersion', items: { properties: { id: {} } } },
        kept: { type: 'string', omitWhenMerged: false },
        byId: { type: 'array', wholeListMerge: false, items: { type: 'object', properties: { id: {} } } },
      },
    };
    expect(table(mergeRulesOf(schema)).filter((line) => !/^(ocid|id|date|tag) omit$/.test(line))).toEqual([
      'dropped omit',
      'replaced whole',
    ]);
  });

  it('come to an end in a schema that refers to itself', () => {
    const schema: JsonObject = {
      properties: { lot: { $ref: '#/definitions/Lot' } },
      definitions: {
        Lot: { type: 'object', properties: { lots: { type: 'array', items: { $ref: '#/definitions/Lot' } }, id: {} } },
      },
    };
    const lots = mergeRulesOf(schema).byName.get('lot')!.members.byName.get('lots')!;
    expect(lots.members.byName.get('lots')).toBe(lots);
  });

  it('are found behind the escapes of a JSON pointer', () => {
    const schema: JsonObject = {
      properties: { list: { $ref: '#/definitions/a~1b%20~0c' } },
      definitions: { 'a/b ~c': { type: 'array', items: { type: 'string' } } },
    };
    expect(table(mergeRulesOf(schema))).toContain('list whole');
  });

  it.each([
    ['without properties', { definitions: {} }, 'properties'],
    ['with a reference to nothing', { properties: { a: { $ref: '#/definitions/X' } } }, '#/definitions/X'],
    ['with a reference to another document', { properties: { a: { $ref: 'https://example.org/a.json' } } }, 'example'],
    ['with a reference to itself', { properties: { a: { $ref: '#/properties/a' } } }, '#/properties/a'],
  ])('cannot be had from a schema %s', (_, schema: JsonObject, place) => {
    expect(() => mergeRulesOf(schema)).toThrow(expect.objectContaining({ code: 'SCHEMA_UNUSABLE' }));
    expect(() => mergeRulesOf(schema)).toThrow(place);
  });
});
