/** The extensions the releases use, for the packages they go into: `bids`, `Value.netAmount` and `clarificationMeetings`. */
export const demoExtensions: readonly string[] = [
  'https://raw.githubusercontent.com/open-contracting-extensions/ocds_bid_extension/v1.1.5/extension.json',
  'https://raw.githubusercontent.com/contratacionesabiertas/ocds_taxes_extension/master/extension.json',
  'https://raw.githubusercontent.com/contratacionesabiertas/ocds_clarificationMeetings_extension/master/extension.json',
];
