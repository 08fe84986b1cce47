/**
 * Tells whether a number is one of CompraNet or Compras MX, which number the purchases of the whole country:
 * `LO-009J3F001-N3-2015` names the purchasing unit, as `LA-12-NDE-012NDE001-N-40-2026` does; `PC-2026-00000192` has none.
 * Whoever tells of such a purchase means the same one.
 *
 * @param number as normaliseNumber gives it
 */
export function isNationalNumber(number: string): boolean {
  return BY_UNIT.test(number) || OF_SYSTEM.test(number);
}

const BY_UNIT = /^[A-Z]{2}-(?:\d{2}-[A-Z\d]{3}-)?[A-Z\d]{9}-[A-Z]-?\d+-\d{4}$/;
const OF_SYSTEM = /^PC-\d{4}-\d{8}$/;
