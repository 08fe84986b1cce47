import type { Json, JsonObject } from '../json.js';
import { createReleaseValidator } from './create-release-validator.js';
import type { FindingRule } from './finding.js';
import { mergePatch } from './merge-patch.js';

const validate = createReleaseValidator();

const RELEASE: JsonObject = {
  ocid: 'ocds-xs1qbl-LPL-001',
  id: 'LPL-001-2026-03-01',
  date: '2026-03-01T09:00:00-06:00',
  tag: ['tender'],
  initiationType: 'tender',
};

const withChange = (change: JsonObject): JsonObject => mergePatch(RELEASE, change);
const briefly = (release: Json) => validate(release).findings.map(({ rule, pointer }) => `${rule} ${pointer}`);

interface Example {
  readonly rule: FindingRule;
  readonly at: string;
  readonly broken: JsonObject;
  readonly twin: JsonObject;
}

const item = (id: Json) => ({ id, description: 'Papel' });
const document = (id: Json) => ({ id, title: 'Bases' });

const EXAMPLES: readonly Example[] = [
  { rule: 'required', at: '/date', broken: { date: null }, twin: {} },
  {
    rule: 'required',
    at: '/awards/0/id',
    broken: { awards: [{ title: 'Fallo' }] },
    twin: { awards: [{ id: 'A1', title: 'Fallo' }] },
  },
  { rule: 'type', at: '/tag', broken: { tag: 'tender' }, twin: { tag: ['tender'] } },
  {
    rule: 'type',
    at: '/tender/value/amount',
    broken: { tender: { id: 'T', value: { amount: '1,500.00' } } },
    twin: { tender: { id: 'T', value: { amount: 1500 } } },
  },
  {
    rule: 'type',
    at: '/tender/title_en',
    broken: { tender: { id: 'T', title: 'Papel', title_en: 7 } },
    twin: { tender: { id: 'T', title: 'Papel', title_en: 'Paper' } },
  },
  { rule: 'format', at: '/date', broken: { date: '2026-03-01' }, twin: { date: '2026-03-01T00:00:00Z' } },
  {
    rule: 'format',
    at: '/parties/0/identifier/uri',
    broken: { parties: [{ id: 'P', identifier: { uri: 'www.jalisco.gob.mx' } }] },
    twin: { parties: [{ id: 'P', identifier: { uri: 'https://www.jalisco.gob.mx' } }] },
  },
  { rule: 'code-not-in-closed-list', at: '/tag/0', broken: { tag: ['licitación'] }, twin: { tag: ['tender'] } },
  {
    rule: 'code-not-in-closed-list',
    at: '/tender/status',
    broken: { tender: { id: 'T', status: 'Active' } },
    twin: { tender: { id: 'T', status: 'active' } },
  },
  { rule: 'min-length', at: '/id', broken: { id: '' }, twin: { id: '1' } },
  { rule: 'min-items', at: '/tag', broken: { tag: [] }, twin: { tag: ['planning'] } },
  {
    rule: 'duplicate-id',
    at: '/tender/items/1/id',
    broken: { tender: { id: 'T', items: [item('1'), item('1')] } },
    twin: { tender: { id: 'T', items: [item('1'), item(1)] } },
  },
  {
    rule: 'duplicate-item',
    at: '/parties/0/additionalIdentifiers/1',
    broken: { parties: [{ id: 'P', additionalIdentifiers: [{ scheme: 'MX-RFC' }, { scheme: 'MX-RFC' }] }] },
    twin: { parties: [{ id: 'P', additionalIdentifiers: [{ scheme: 'MX-RFC' }, { scheme: 'MX-CURP' }] }] },
  },
  {
    rule: 'repeated-id',
    at: '/tender/documents/1/id',
    broken: { tender: { id: 'T', documents: [document('1'), document('1')] } },
    twin: { tender: { id: 'T', documents: [document('1'), document('2')] } },
  },
  {
    rule: 'repeated-id',
    at: '/parties/0/additionalIdentifiers/1/id',
    broken: {
      parties: [
        {
          id: 'P',
          additionalIdentifiers: [
            { scheme: 'a', id: '1' },
            { scheme: 'b', id: '1' },
          ],
        },
      ],
    },
    twin: {
      parties: [
        {
          id: 'P',
          additionalIdentifiers: [
            { scheme: 'a', id: '1' },
            { scheme: 'b', id: '2' },
          ],
        },
      ],
    },
  },
  {
    rule: 'missing-id',
    at: '/parties/0/id',
    broken: { parties: [{ name: 'Secretaría de Administración' }] },
    twin: { parties: [{ id: 'MX-RFC-SAD', name: 'Secretaría de Administración' }] },
  },
  {
    rule: 'ocid-format',
    at: '/ocid',
    broken: { ocid: 'OCDS-XS1QBL-LPL-001' },
    twin: { ocid: 'ocds-xs1qbl-LPL-001' },
  },
  {
    rule: 'additional-field',
    at: '/tender/additionalProcessInformation',
    broken: { tender: { id: 'T', additionalProcessInformation: 'x' } },
    twin: { tender: { id: 'T', description: 'x' } },
  },
  {
    rule: 'additional-field',
    at: '/tender/tax_rate',
    broken: { tender: { id: 'T', tax_rate: 16 } },
    twin: { tender: { id: 'T' } },
  },
  {
    rule: 'deprecated-field',
    at: '/tender/amendment',
    broken: { tender: { id: 'T', amendment: { rationale: 'Prórroga' } } },
    twin: { tender: { id: 'T', amendments: [{ id: '1', rationale: 'Prórroga' }] } },
  },
  {
    rule: 'deprecated-field',
    at: '/buyer/address',
    broken: { buyer: { id: 'B', address: { region: 'Jalisco' } } },
    twin: { parties: [{ id: 'B', address: { region: 'Jalisco' } }] },
  },
  {
    rule: 'empty-field',
    at: '/tender/title',
    broken: { tender: { id: 'T', title: ' \u00a0' } },
    twin: { tender: { id: 'T', title: 'x' } },
  },
  { rule: 'empty-field', at: '/awards', broken: { awards: [] }, twin: { awards: [{ id: '1' }] } },
  { rule: 'empty-field', at: '/buyer', broken: { buyer: {} }, twin: { buyer: { id: 'B' } } },
  {
    rule: 'code-not-in-open-list',
    at: '/parties/0/roles/1',
    broken: { parties: [{ id: 'P', roles: ['buyer', 'comprador'] }] },
    twin: { parties: [{ id: 'P', roles: ['buyer', 'procuringEntity'] }] },
  },
];

describe('validate a release', () => {
  it.each(EXAMPLES)('says $rule at $at once, and nothing of its twin', ({ rule, at, broken, twin }) => {
    expect(briefly(withChange(broken))).toEqual([`${rule} ${at}`]);
    expect(briefly(withChange(twin))).toEqual([]);
  });

  it('says in both languages what is wrong and what to do, with the title and the path of the field', () => {
    const { findings } = validate(withChange({ tender: { id: 'T', value: { currency: 'MNX' } } }));
    expect(findings).toEqual([
      {
        rule: 'code-not-in-closed-list',
        severity: 'error',
        pointer: '/tender/value/currency',
        path: 'tender/value/currency',
        value: '"MNX"',
        title: expect.any(String),
        message: {
          es: `El campo «${findings[0]?.title}» (tender/value/currency) trae un código que no está en su lista cerrada.`,
          en: 'The field "tender/value/currency" has a code that is not in its closed list.',
        },
        remedy: {
          es: 'Escribir «MXN» si eso es lo que se quiso decir, u otro código de la lista «currency».',
          en: 'Write "MXN" if that is what was meant, or another code of the list "currency".',
        },
      },
    ]);
  });

  it('lists the codes of a short closed list in the remedy', () => {
    const [finding] = validate(withChange({ tender: { id: 'T', procurementMethod: 'licitación' } })).findings;
    expect(finding?.remedy.es).toBe('Usar uno de estos códigos: open, selective, limited, direct.');
  });

  it('suggests the field that a misspelt name stands for', () => {
    const [finding] = validate(withChange({ tender: { id: 'T', procuringEntiy: { id: 'B' } } })).findings;
    expect(finding?.remedy.en).toBe(
      'Write "procuringEntity" if that is what was meant; if not, declare the extension that defines "procuringEntiy".',
    );
  });

  it('does not call a code wrong where already the type is', () => {
    expect(briefly(withChange({ tender: { id: 'T', status: 5 } }))).toEqual(['type /tender/status']);
  });

  it('does not report the members of a field it does not know, but for what is empty', () => {
    const local = { inner: { deeper: 1, blank: '' } };
    expect(briefly(withChange({ local }))).toEqual(['additional-field /local', 'empty-field /local/inner/blank']);
  });

  it('is valid with warnings and notes, invalid with an error', () => {
    expect(validate(withChange({ local: 1, awards: [] })).valid).toBe(true);
    expect(validate(withChange({ initiationType: 'auction' })).valid).toBe(false);
  });

  it('takes an ocid of another publisher for an error, when told whose data it is', () => {
    const release = withChange({ ocid: 'ocds-213czf-1' });
    expect(validate(release).valid).toBe(true);
    const { valid, findings } = validate(release, { ocidPrefix: 'ocds-xs1qbl' });
    expect([valid, findings[0]?.rule, findings[0]?.pointer]).toEqual([false, 'ocid-prefix', '/ocid']);
    expect(validate(RELEASE, { ocidPrefix: 'ocds-xs1qbl' }).findings).toEqual([]);
  });

  it.each([null, 5, 'text', [], [RELEASE]] as readonly Json[])('refuses %j, which is no release', (document_) => {
    expect(briefly(document_)).toEqual(['type ']);
  });

  it('lists no more findings than asked, and counts all', () => {
    const few = createReleaseValidator({ maxFindings: 2 });
    const verdict = few(withChange({ parties: [{ id: 'P', roles: ['a', 'b', 'c', 'd', 'e'] }] }));
    expect([verdict.findings.length, verdict.omitted]).toEqual([2, 3]);
    expect(verdict.groups.map(({ count, examples }) => [count, examples.length])).toEqual([[5, 3]]);
  });
});

describe('validate a release with extensions', () => {
  const bids: JsonObject = {
    definitions: {
      Bid: { type: 'object', required: ['id'], properties: { id: { type: 'string' }, rank: { maximum: 9 } } },
    },
    properties: { bids: { title: 'Ofertas', type: 'array', uniqueItems: true, items: { $ref: '#/definitions/Bid' } } },
  };
  const release = withChange({ bids: [{ id: '1', rank: 10 }, { id: '1' }, {}] });

  it('knows the fields that the patches bring', () => {
    expect(briefly(release)).toEqual(['additional-field /bids', 'empty-field /bids/2']);
    const extended = createReleaseValidator({ schemaPatches: [bids] });
    expect(extended(release).findings.map(({ rule, pointer }) => `${rule} ${pointer}`)).toEqual([
      'constraint /bids/0/rank',
      'required /bids/2/id',
      'duplicate-id /bids/1/id',
    ]);
  });

  it('drops what a patch removes', () => {
    const without = createReleaseValidator({ schemaPatches: [{ properties: { relatedProcesses: null } }] });
    const [finding] = without(withChange({ relatedProcesses: [{ id: '1' }] })).findings;
    expect(finding?.rule).toBe('additional-field');
  });

  it('takes the codes that extensions add to open lists', () => {
    const extended = createReleaseValidator({ codelists: { 'partyRole.csv': ['bidder'] } });
    expect(extended(withChange({ parties: [{ id: 'P', roles: ['bidder', 'buyer'] }] })).findings).toEqual([]);
  });

  it('refuses a patch that leaves no usable schema, with a code and a remedy', () => {
    expect(() => createReleaseValidator({ schemaPatches: [{ properties: { date: { type: 'fecha' } } }] })).toThrow(
      expect.objectContaining({
        code: 'OCDS_SCHEMA_UNUSABLE',
        remedy: expect.objectContaining({ es: expect.any(String) }),
      }),
    );
  });
});
