import { findExtensions } from './registry.js';

const RAW = 'https://raw.githubusercontent.com';

describe('find declared extensions', () => {
  it.each([
    ['bids', `${RAW}/open-contracting-extensions/ocds_bid_extension/v1.1.5/extension.json`],
    ['bids', `${RAW}/open-contracting-extensions/ocds_bid_extension/master/extension.json`],
    ['bids', `${RAW}/open-contracting-extensions/ocds_bid_extension/master/`],
    ['bids', 'https://github.com/open-contracting-extensions/ocds_bid_extension'],
    ['bids', 'https://github.com/Open-Contracting-Extensions/OCDS_bid_extension.git'],
    ['bids', 'https://codeload.github.com/open-contracting-extensions/ocds_bid_extension/zip/v1.1.5'],
    ['bids', 'https://api.github.com/repos/open-contracting-extensions/ocds_bid_extension/zipball/v1.1.5'],
    ['bids', 'https://extensions.open-contracting.org/es/extensions/bids/v1.1.5/'],
    ['bids', 'https://extensions.open-contracting.org/en/extensions/bids'],
    ['process_title', `${RAW}/open-contracting/ocds_process_title_extension/v1.1/extension.json`],
    ['partyScale', `${RAW}/open-contracting-extensions/ocds_partyDetails_scale_extension/master/release-schema.json`],
    ['pagination', `${RAW}/open-contracting/api_extension/master/release-package-schema.json`],
    ['taxes', `${RAW}/contratacionesabiertas/ocds_taxes_extension/master/extension.json`],
    ['budget', `${RAW}/contratacionesabiertas/ocds_budgetBreakdown_extension/master/extension.json`],
    ['jalisco', 'http://localhost:3000/schemas/extensions/jalisco/extension.json'],
    ['jalisco', 'https://datos.jalisco.gob.mx/c7/schemas/extensions/jalisco/extension.json'],
  ])('%s is %s', (id, url) => {
    const { known, unknown } = findExtensions([url]);
    expect([known.map((extension) => extension.id), unknown]).toEqual([[id], []]);
  });

  it.each([
    'https://apiocds.colombiacompra.gov.co:8443/recursos/level/extension.json',
    `${RAW}/somebody/ocds_bid_extension/master/extension.json`,
    'https://extensions.open-contracting.org/en/extensions/constructor/master/',
    'https://example.org/schemas/extensions/../extension.json',
    'bids',
    '',
  ])('does not know "%s"', (url) => {
    expect(findExtensions([url])).toEqual({ known: [], unknown: [url] });
  });

  it('names each once, in the order they are applied, whatever the order they are declared in', () => {
    const [location, project, bids] = ['location', 'project', 'bids'].map(
      (id) => `https://extensions.open-contracting.org/en/extensions/${id}/master/`,
    );
    const { known } = findExtensions([project!, bids!, location!, project!]);
    expect(known.map(({ id }) => id)).toEqual(['bids', 'location', 'project']);
  });
});
