import type { Bilingual } from '#ocds';

/** What a file is by its content, whatever its name says; only what is `known` may be evidence. */
export type FileType =
  | { readonly known: true; readonly mime: string; readonly extensions: readonly string[]; readonly words: string }
  | { readonly known: false; readonly words: Bilingual; /** It is code. */ readonly runs?: boolean };

/** @param words the same in both languages */
export function known(mime: string, words: string, ...extensions: readonly string[]): FileType {
  return { known: true, mime, extensions, words };
}

export function unknown(es: string, en: string, runs = false): FileType {
  return { known: false, words: { es, en }, ...(runs && { runs }) };
}
