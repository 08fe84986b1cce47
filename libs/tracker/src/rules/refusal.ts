import type { Bilingual } from '#ocds';
import texts from './refusal-texts.json' with { type: 'json' };

export type RefusalCode = keyof typeof texts;

/** Why something may not be done, and what would make it possible. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

/** What a rule answers: the new state with the changes to put on the log, or why not. */
export type Decision<State> =
  | { readonly ok: true; readonly state: State; readonly changes: readonly StatusChange[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** A line for the public log: what of something changed, from what to what. */
export interface StatusChange {
  readonly entity: string;
  readonly entityId: string;
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason?: string;
  readonly evidence?: readonly string[];
}

/** @param words fill the `{name}` places of the texts */
export function refuse(
  code: RefusalCode,
  words: Readonly<Record<string, Bilingual>> = {},
): { readonly ok: false; readonly refusal: Refusal } {
  const { message, remedy } = texts[code];
  return { ok: false, refusal: { code, message: filled(message, words), remedy: filled(remedy, words) } };
}

function filled({ es, en }: Bilingual, words: Readonly<Record<string, Bilingual>>): Bilingual {
  const fill = (text: string, language: 'es' | 'en') =>
    text.replace(/\{(\w+)\}/g, (place, name: string) => words[name]?.[language] ?? place);
  return { es: fill(es, 'es'), en: fill(en, 'en') };
}
