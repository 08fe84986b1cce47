import { compareReleases, type JsonObject } from '#ocds';
import type { Language } from '../locale.js';
import type { ChangesView } from '../views.js';
import { tidyRelease } from './invented-release.js';
import { inventedProcess } from './invented-views.js';

const before = tidyRelease as unknown as JsonObject;
const { contracts } = before as { readonly contracts: readonly JsonObject[] };
const [first, ...others] = contracts;

/** The contract grew by an amendment, its object is told otherwise, and a supplier is not named any more. */
const after: JsonObject = {
  ...before,
  contracts: [
    {
      ...first,
      value: { amount: 2_550_724, currency: 'MXN' },
      description:
        'Suministro y plantación de árboles nativos y arbustos en doce parques metropolitanos, con riego de auxilio por un año.',
      amendments: [{ id: 'CM-1', date: '2024-08-30T00:00:00-06:00', rationale: 'Se agregan dos parques.' }],
    },
    ...others,
  ],
};

export function inventedChanges(language: Language = 'es'): ChangesView {
  const { site, ocid, releases } = inventedProcess(language);
  const title = 'Adquisición de árboles y arbustos para los parques metropolitanos';
  return { site, ocid, title, releases, from: 'r2', to: 'r3', differences: compareReleases(before, after) };
}

export function inventedUnknownChanges(language: Language = 'es'): ChangesView {
  const { site, ocid, releases } = inventedProcess(language);
  return { site, ocid, releases, from: 'r2', to: 'otra' };
}
