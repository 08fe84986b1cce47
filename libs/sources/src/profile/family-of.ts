/**
 * The family of a profile: those of one source, whatever the year its format is from. `sipot-28a-2018` and
 * `sipot-28a-2023` tell of the same processes, each in place of the other.
 */
export function familyOf(profileId: string): string {
  return profileId.replace(/-\d{4}$/, '');
}
