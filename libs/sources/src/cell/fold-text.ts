/**
 * A text for comparison: without accents, case and punctuation, words apart by one space. `ñ` is compared as `n`, as
 * files without accents write it.
 */
export function foldText(text: string): string {
  let folded = '';
  let isApart = false;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code >= LATIN.length) return foldAny(text);
    const letter = LATIN[code]!;
    if (letter !== '' && isApart && folded !== '') folded += ' ';
    folded += letter;
    isApart = letter === '';
  }
  return folded;
}

function foldAny(text: string): string {
  return text.normalize('NFD').replaceAll(ACCENTS, '').toLowerCase().replaceAll(SEPARATORS, ' ').trim();
}

const ACCENTS = /\p{Mn}+/gu;
const SEPARATORS = /[^\p{L}\p{N}]+/gu;

/** The letters of Spanish by their code: every cell is folded, and taking texts apart costs ten times as much. */
const LATIN: readonly string[] = Array.from({ length: 256 }, (_, code) => foldAny(String.fromCharCode(code)));
