import type { Bilingual } from '#ocds';

/** A profile is not written as it must be. A mistake of who wrote it, not of the data. */
export class ProfileError extends Error {
  readonly code = 'PROFILE_INVALID';
  readonly remedy: Bilingual = {
    es: 'Corregir el perfil; su forma está en schemas/profiles/profile.schema.json.',
    en: 'Correct the profile; its form is in schemas/profiles/profile.schema.json.',
  };

  constructor(
    readonly profile: string,
    readonly faults: readonly string[],
  ) {
    super(`El perfil «${profile}» no es válido: ${faults.join('; ')}.`);
    this.name = 'ProfileError';
  }
}
