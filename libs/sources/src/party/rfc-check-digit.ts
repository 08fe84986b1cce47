/**
 * The check digit of an RFC without it (11 characters, or 12 of a person): each character's value by its weight, 13 for
 * the first of a person's down to 2 for the last, modulo 11. An RFC of a company counts as if a blank stood before it.
 *
 * Rule: SAT, “Procedimiento para obtener el dígito verificador del RFC”, annex 3, as given in answer to the information
 * request 0610100135506 (https://solucionfactible.com/sfic/capitulos/timbrado/rfc-digito-verificador.jsp).
 */
export function rfcCheckDigit(start: string): string {
  const characters = start.padStart(12, ' ');
  const sum = [...characters].reduce((total, character, place) => total + VALUES.indexOf(character) * (13 - place), 0);
  return '0A987654321'.charAt(sum % 11);
}

/** A character's value is its place. */
const VALUES = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ';
