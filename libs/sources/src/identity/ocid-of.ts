/**
 * The ocid of a process: the publisher's prefix, a hyphen, the number. So the platform of 2017 did it: of
 * `SFIN/03/0007-00/2017` under `ocds-xs1qbl` it made `ocds-xs1qbl-SFIN-03-0007-00-2017`.
 *
 * @param number as normaliseNumber gives it
 * @param scope tells apart bodies under one prefix whose numbers are alike, in the same form; goes before the number with
 *   an underscore, which neither has: `SSEG` and `16-1` are never taken for the number `SSEG-16-1`
 */
export function ocidOf(prefix: string, number: string, scope = ''): string {
  return `${prefix}-${scope === '' ? '' : `${scope}_`}${number}`;
}
