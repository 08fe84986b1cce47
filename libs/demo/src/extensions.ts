/** The extensions the releases use, for the packages they go into: `bids` and `Value.netAmount`. */
export const demoExtensions: readonly string[] = [
  'https://raw.githubusercontent.com/open-contracting-extensions/ocds_bid_extension/v1.1.5/extension.json',
  'https://raw.githubusercontent.com/contratacionesabiertas/ocds_taxes_extension/master/extension.json',
];
