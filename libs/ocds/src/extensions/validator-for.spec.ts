import type { JsonObject } from '../json.js';
import { extensionsOf } from './registry.js';
import { EXTENSION_IDS, type ExtensionId } from './schema-patches.js';
import { validatorFor } from './validator-for.js';

const MXN = { amount: 100, currency: 'MXN' };
const ORG = { id: 'MX-RFC-X', name: 'Organización de ejemplo' };
const DATE = '2026-03-01T09:00:00-06:00';
const PERIOD = { startDate: DATE };
const ITEM = { id: '1', description: 'Papel' };

const party = (rest: JsonObject): JsonObject => ({ parties: [{ ...ORG, ...rest }] });
const role = (...roles: string[]): JsonObject => party({ roles });
const tender = (rest: JsonObject): JsonObject => ({ tender: { id: 'T', ...rest } });
const award = (rest: JsonObject): JsonObject => ({ awards: [{ id: 'A', ...rest }] });
const contract = (rest: JsonObject): JsonObject => ({ contracts: [{ id: 'C', awardID: 'A', ...rest }] });

/** Data that each extension describes and the standard alone does not. */
const EXAMPLES: Readonly<Record<Exclude<ExtensionId, 'pagination'>, JsonObject>> = {
  jalisco: { additionalProcessInformation: { processYear: 2026, originProcess: 'poderEjecutivo' } },
  bids: {
    bids: {
      statistics: [{ id: '1', measure: 'validBids', value: 3, date: DATE }],
      details: [{ id: 'B', date: DATE, status: 'valid', tenderers: [ORG], value: MXN, documents: [{ id: 'D' }] }],
    },
    ...award({ relatedBid: 'B' }),
  },
  enquiries: tender({ enquiries: [{ id: '1', author: ORG, description: '¿Cuántas?', answer: 'Diez.' }] }),
  location: tender({
    items: [
      {
        ...ITEM,
        deliveryLocation: {
          geometry: { type: 'Point', coordinates: [-103.35, 20.67] },
          gazetteer: { scheme: 'GEONAMES', identifiers: ['4005539'] },
        },
        deliveryAddress: { locality: 'Guadalajara' },
      },
    ],
  }),
  lots: tender({ lots: [{ id: 'L', value: MXN, status: 'active' }], items: [{ ...ITEM, relatedLot: 'L' }] }),
  participation_fee: tender({
    participationFees: [{ id: 'F', type: ['document'], value: MXN, methodOfPayment: ['cash'] }],
  }),
  process_title: { title: 'Papelería', description: 'Compra anual' },
  requestForQuotes: {
    planning: {
      hasQuotes: true,
      requestsForQuotes: [{ id: 'Q', period: PERIOD, items: [ITEM], quotes: [{ id: '1', value: MXN, date: DATE }] }],
    },
    ...role('issuingSupplier'),
  },
  clarificationMeetings: tender({
    clarificationMeetings: [{ id: 'J', date: DATE, attendees: [ORG], officials: [ORG] }],
  }),
  awardRationale: award({ rationale: 'Precio más bajo' }),
  taxes: award({ value: { ...MXN, netAmount: 86.21 } }),
  guarantees: contract({
    guarantees: [{ id: 'G', type: 'bail', obligations: 'fulfillment', value: MXN, guarantor: ORG, period: PERIOD }],
  }),
  surveillanceMechanisms: contract({ surveillanceMechanisms: ['socialWitness'] }),
  implementationStatus: contract({ implementation: { status: 'ongoing' } }),
  paymentMethod: contract({
    implementation: { transactions: [{ id: '1', value: MXN, paymentMethod: 'wireTransfe' }] },
  }),
  publicNotices: tender({ milestones: [{ id: 'M', title: 'Aviso', type: 'publicNotices' }] }),
  nameBreakdown: party({ identifier: { legalPersonality: 'naturalPerson', givenName: 'N', patronymicName: 'P' } }),
  contactPointType: party({ contactPoint: { name: 'Ventanilla', type: 'attorney', availableLanguages: 'es' } }),
  procurementUnits: { planning: { requestingUnits: [ORG], contractingUnits: [ORG] }, ...role('requestingUnit') },
  extendedProcurementCategory: tender({ additionalProcurementCategories: ['goodsLease'] }),
  budgetLines: {
    planning: {
      budgetBreakdown: [
        {
          id: '1',
          budgetLines: [
            { id: '1', components: [{ level: 1, code: '2111' }], measures: [{ id: 'approved', value: MXN }] },
          ],
        },
      ],
    },
  },
  budget: {
    planning: { budget: { budgetBreakdown: [{ id: '1', amount: MXN, sourceParty: ORG }] } },
    ...role('sourceParty'),
  },
  contract_suppliers: contract({ suppliers: [ORG] }),
  contract_completion: contract({ implementation: { endDate: DATE, finalValue: MXN } }),
  statistics: { statistics: [{ id: '1', measure: 'complainants', value: 1, scope: 'complaints' }] },
  memberOf: party({ memberOf: [ORG] }),
  additionalContactPoint: party({ additionalContactPoints: [{ name: 'Ventanilla', availableLanguage: ['es'] }] }),
  exchangeRate: award({
    value: { ...MXN, exchangeRates: [{ rate: 0.055, currency: 'USD', date: DATE, source: 'market' }] },
  }),
  coveredBy: tender({ coveredBy: ['GPA'] }),
  partyScale: party({ details: { scale: 'sme' } }),
  organizationClassification: party({ details: { classifications: [{ scheme: 'COFOG', id: '01' }] } }),
  project: {
    planning: { project: { id: 'P', title: 'Puente', totalValue: MXN, locations: [{ description: 'Tala' }] } },
  },
  tender_datePublished: tender({ datePublished: DATE }),
  subcontracting: award({
    hasSubcontracting: true,
    subcontracting: { maximumPercentage: 0.3, subcontracts: [{ id: '1' }] },
  }),
};

const urlOf = (id: string) => `https://extensions.open-contracting.org/en/extensions/${id}/master/`;
const DEPENDENCIES: Readonly<Record<string, readonly string[]>> = { budgetLines: ['budget'], project: ['location'] };

function briefly(example: JsonObject, ids: readonly string[]): readonly string[] {
  const release = { ocid: 'ocds-xs1qbl-1', id: '1', date: DATE, tag: ['tender'], initiationType: 'tender', ...example };
  const { findings } = validatorFor(ids.map(urlOf), { assumed: [] })(release);
  return findings.map(({ rule, pointer }) => `${rule} ${pointer}`);
}

/** Fields that the standard leaves open, so that only the extension's rules can tell. */
const OPEN = new Set(['partyScale', 'organizationClassification']);

describe.each(Object.entries(EXAMPLES))('the extension %s', (id, example) => {
  it('knows its own fields and codes', () => {
    expect(briefly(example, [...(DEPENDENCIES[id] ?? []), id])).toEqual([]);
  });
});

it.each(Object.entries(EXAMPLES).filter(([id]) => !OPEN.has(id)))('nobody but %s knows them', (_, example) => {
  expect(briefly(example, [])).not.toEqual([]);
});

/** Those that bring fields where the standard has none open, not codes alone. */
const WITH_FIELDS = extensionsOf(EXTENSION_IDS).filter(({ id, releasePatch }) => releasePatch && !OPEN.has(id));

it.each(WITH_FIELDS.map(({ id, name }) => [id, name.en] as const))(
  'its fields bring the remedy to declare %s',
  (id, name) => {
    const release = { ocid: 'ocds-xs1qbl-1', id: '1', ...EXAMPLES[id as keyof typeof EXAMPLES] };
    const { findings } = validatorFor([], { assumed: [] })(release);
    const remedies = findings.filter(({ rule }) => rule === 'additional-field').map(({ remedy }) => remedy.en);
    expect(remedies).not.toEqual([]);
    expect(remedies.filter((remedy) => !remedy.includes(`: "${name}"`))).toEqual([]);
  },
);

describe('the validator for extensions', () => {
  it('checks what an extension forbids', () => {
    expect(briefly({ bids: { details: [{ status: 'válida' }] } }, ['bids'])).toEqual([
      'required /bids/details/0/id',
      'code-not-in-closed-list /bids/details/0/status',
    ]);
    expect(briefly(party({ details: { scale: 'enorme' } }), ['partyScale'])).toEqual([
      'code-not-in-closed-list /parties/0/details/scale',
    ]);
    expect(briefly(award({ value: { exchangeRates: [{ currency: 'MNX' }] } }), ['exchangeRate'])).toEqual([
      'code-not-in-closed-list /awards/0/value/exchangeRates/0/currency',
    ]);
  });

  it('applies all extensions together', () => {
    const all = EXTENSION_IDS.filter((id) => id !== 'pagination');
    const together = Object.assign(
      {},
      ...Object.values(EXAMPLES).filter((example) => example !== EXAMPLES.budgetLines),
    );
    expect(briefly(together as JsonObject, all)).toEqual([]);
  });

  it('is made once for the same extensions, in whatever order they are declared', () => {
    const [bids, lots] = [urlOf('bids'), urlOf('lots')];
    expect(validatorFor([bids, lots, 'https://example.org/x'])).toBe(validatorFor([lots, bids]));
    expect(validatorFor([bids])).not.toBe(validatorFor([lots]));
  });

  it("knows Jalisco's fields though no package declares them", () => {
    const release = { ocid: 'ocds-xs1qbl-1', id: '1', date: DATE, tag: ['tender'], initiationType: 'tender' };
    expect(validatorFor([])({ ...release, ...EXAMPLES.jalisco }).findings).toEqual([]);
  });
});
