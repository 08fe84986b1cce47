/**
 * The id of a release: `<ocid>-<date>-<content>`, like that of the 2017 platform with the content in the place of the
 * stage. The same content at the same millisecond is the same release.
 *
 * @param contentHash hexadecimal; its first 12 digits are used
 * @param date RFC 3339
 */
export function releaseIdOf(ocid: string, contentHash: string, date: string): string {
  const [instant = date] = /^[\d-]+T[\d:]+(?:\.\d{3})?/.exec(date) ?? [];
  return `${ocid}-${instant.replaceAll(/[-:.]/g, '')}-${contentHash.slice(0, 12)}`;
}
