import { foldText } from './fold-text.js';

/**
 * True for blank cells and for the words that publishers write to say that there is nothing to say: “N/A”, “No aplica”,
 * “Sin dato”, “-”, “Ver nota”…
 *
 * @param zero whether “0” says nothing too, as in a column of names
 */
export function isBlankLike(text: string, { zero = false }: { readonly zero?: boolean } = {}): boolean {
  if (text === '') return true;
  if (SAYS_SOMETHING.test(text)) return zero && ZERO.test(text);
  if (text.length > LONGEST) return text.trim() === '';
  const folded = foldText(text);
  return folded === '' || NOTHING.has(folded);
}

const LONGEST = 40;

/** Every cell is asked, and most have a digit or do not begin like any of these words. */
const SAYS_SOMETHING = /\d|^[\s"'«“(.*-]{0,9}[abcefghijklmoqrtuwyzáéíóúñ]/i;
const ZERO = /^[\s\p{P}]*0+[\s\p{P}]*$/u;

/** Seen in the disclosure files of several states; folded. */
const NOTHING: ReadonlySet<string> = new Set([
  'n a',
  'na',
  'n d',
  'nd',
  's n',
  'sin numero',
  's d',
  'sd',
  'no aplica',
  'domicilio nacional',
  'no aplican',
  'no disponible',
  'no dato',
  'no hay',
  'no hay dato',
  'no hay datos',
  'no existe',
  'no se cuenta con dato',
  'no se genero',
  'no se genera',
  'nota',
  'ver nota',
  'vease nota',
  'ninguno',
  'ninguna',
  'null',
  'none',
  'nan',
  'sin dato',
  'sin datos',
  'sin informacion',
  'pendiente',
  'por definir',
  'xxx',
  'x',
]);
