import type { Bilingual } from '#ocds';
import texts from './fault-texts.json' with { type: 'json' };

export type ReferenceFaultCode = keyof typeof texts;

/** Why a change cannot be made, at which field, and what to do about it. */
export interface ReferenceFault {
  readonly code: ReferenceFaultCode;
  /** Name of the field: `name`, `validFrom`, `source.title`, `reason`; '' where it is no single one. */
  readonly field: string;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

/** @param words fill the `{name}` places of the texts */
export function referenceFault(
  code: ReferenceFaultCode,
  field: string,
  words: Readonly<Record<string, string | Bilingual>> = {},
): ReferenceFault {
  const { message, remedy } = texts[code];
  return { code, field, message: filled(message, words), remedy: filled(remedy, words) };
}

function filled({ es, en }: Bilingual, words: Readonly<Record<string, string | Bilingual>>): Bilingual {
  const fill = (text: string, language: keyof Bilingual) =>
    text.replace(/\{(\w+)\}/g, (place, name: string) => {
      const word = words[name] ?? place;
      return typeof word === 'string' ? word : word[language];
    });
  return { es: fill(es, 'es'), en: fill(en, 'en') };
}
