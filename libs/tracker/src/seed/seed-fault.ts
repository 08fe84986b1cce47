import type { Bilingual } from '#ocds';
import texts from './seed-fault-texts.json' with { type: 'json' };

export type SeedFaultCode = keyof typeof texts;

/** What is wrong in a seed, where, and what to do about it. */
export interface SeedFault {
  readonly code: SeedFaultCode;
  readonly file: string;
  /** Place in the file: `items/3/date`. */
  readonly place: string;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

/** @param what fills the `{what}` of the message */
export function seedFault(code: SeedFaultCode, { file, place }: SeedPlace, what: string | Bilingual = ''): SeedFault {
  const { message, remedy } = texts[code];
  return { code, file, place, message: filled(message, what), remedy: filled(remedy, what) };
}

export interface SeedPlace {
  readonly file: string;
  readonly place: string;
}

function filled({ es, en }: Bilingual, what: string | Bilingual): Bilingual {
  const said = typeof what === 'string' ? { es: what, en: what } : what;
  return { es: es.replaceAll('{what}', said.es), en: en.replaceAll('{what}', said.en) };
}
