/**
 * The number of a process for use as a key, kept beside the number as it is written: capitals without accents, whatever
 * is neither letter nor digit is one hyphen. `LPLSC-07/2022 (1RA. VUELTA)` → `LPLSC-07-2022-1RA-VUELTA`.
 *
 * Letters and digits are not taken apart: to the 2017 platform and to CompraNet their places have a meaning. Ocids are
 * made of it: a change here changes them.
 */
export function normaliseNumber(raw: string): string {
  return raw
    .normalize('NFD')
    .replaceAll(/\p{Mn}+/gu, '')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}
