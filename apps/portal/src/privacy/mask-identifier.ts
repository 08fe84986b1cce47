import { replacePersonalIdentifiers } from '#ocds';

/** What stands in the place of a personal datum, by kind. */
export interface MaskWords {
  readonly rfc: string;
  readonly curp: string;
  readonly email: string;
}

/** A text as a page may show it: identifiers of natural persons give way to words. */
export function maskIdentifier(text: string, words: MaskWords): string {
  return replacePersonalIdentifiers(text, (kind) => words[kind]);
}
