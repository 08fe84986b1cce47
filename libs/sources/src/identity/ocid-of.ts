/**
 * The ocid of a process: the publisher's prefix, a hyphen, the number. So the platform of 2017 did it: of
 * `SFIN/03/0007-00/2017` under `ocds-xs1qbl` it made `ocds-xs1qbl-SFIN-03-0007-00-2017`.
 *
 * @param number as normaliseNumber gives it
 * @param scope tells apart bodies under one prefix whose numbers are alike, in the same form; goes before the number
 */
export function ocidOf(prefix: string, number: string, scope?: string): string {
  return [prefix, scope, number].filter((part) => part !== undefined && part !== '').join('-');
}
