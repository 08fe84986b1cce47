import type { Bilingual } from '#ocds';
import { type CodeOf, type Decision, type EnumerationName, ENUMERATIONS, isCode, refuse, type Refusal } from '#tracker';

/** Takes a transaction back; `perform` turns it into a value. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

type RefuseArguments = Parameters<typeof refuse>;

/** @throws Refused */
export function deny(code: RefuseArguments[0], words: Readonly<Record<string, string | Bilingual>> = {}): never {
  const both = Object.entries(words).map(([name, text]) => [
    name,
    typeof text === 'string' ? { es: text, en: text } : text,
  ]);
  throw new Refused(refuse(code, Object.fromEntries(both) as RefuseArguments[1]).refusal);
}

/** What a rule decided. @throws Refused */
export function decided<State>(decision: Decision<State>) {
  if (!decision.ok) throw new Refused(decision.refusal);
  return decision;
}

/** @throws Refused CODE */
export function codeFrom<Name extends EnumerationName>(list: Name, text: string): CodeOf<Name> {
  if (isCode(list, text)) return text;
  const { title, codes } = ENUMERATIONS[list];
  return deny('CODE', { what: text, list: title, codes: Object.keys(codes).join(', ') });
}

/** Of a report, a narrative, a reason. */
export const MOST_TEXT_LETTERS = 20_000;

/** Text as it is kept: no U+0000, no half characters, nothing around it. @throws Refused TEXT, TOO_LONG */
export function textFrom(text: string | undefined, most = MOST_TEXT_LETTERS): string {
  const kept = (text ?? '').replaceAll('\u0000', '').toWellFormed().trim();
  if (kept === '') return deny('TEXT');
  return kept.length > most ? deny('TOO_LONG', { what: String(most) }) : kept;
}

/** As `textFrom`, where there need not be any: undefined then. @throws Refused TOO_LONG */
export function optionalText(text: string | undefined, most = MOST_TEXT_LETTERS): string | undefined {
  return (text ?? '').trim() === '' ? undefined : textFrom(text, most);
}

/** @throws Refused REASON, TOO_LONG */
export function reasonFrom(reason: string | undefined): string {
  return optionalText(reason) ?? deny('REASON');
}
