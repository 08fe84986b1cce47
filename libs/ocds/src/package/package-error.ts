import type { Bilingual } from '../bilingual.js';

const TEXTS = {
  NOT_A_PACKAGE: {
    reason: {
      es: 'No es un paquete: no tiene ni una lista «releases» ni una lista «records»',
      en: 'This is no package: it has neither a list "releases" nor a list "records"',
    },
    remedy: {
      es: 'Para hacer paquetes de publicaciones sueltas: c7 package releases.',
      en: 'To make packages of lone releases: c7 package releases.',
    },
  },
  MIXED_KINDS: {
    reason: {
      es: 'Hay paquetes de publicaciones y paquetes de registros',
      en: 'There are release packages and record packages',
    },
    remedy: { es: 'Combine los de cada clase por separado.', en: 'Combine those of each kind apart.' },
  },
  MIXED_VERSIONS: {
    reason: {
      es: 'Los paquetes son de versiones distintas de OCDS',
      en: 'The packages are of different OCDS versions',
    },
    remedy: { es: 'Llévelos antes a la 1.1: c7 upgrade.', en: 'Bring them to 1.1 before: c7 upgrade.' },
  },
  NO_PUBLISHER: {
    reason: { es: 'Ningún paquete dice quién publica', en: 'No package says who publishes' },
    remedy: {
      es: 'Indicar el nombre de la institución: --publisher-name.',
      en: 'Name the institution: --publisher-name.',
    },
  },
} as const satisfies Record<string, { readonly reason: Bilingual; readonly remedy: Bilingual }>;

export type PackageErrorCode = keyof typeof TEXTS;

/** Packages cannot be split or combined as asked. */
export class PackageError extends Error {
  readonly reason: Bilingual;
  readonly remedy: Bilingual;

  constructor(readonly code: PackageErrorCode) {
    const { reason, remedy } = TEXTS[code];
    super(`${reason.en}. ${remedy.en}`);
    this.name = 'PackageError';
    this.reason = reason;
    this.remedy = remedy;
  }
}
