import type { Bilingual } from '#ocds';
import type { SeedFault } from '#tracker';

/** The seed of a plan is not as it must be: a mistake of who wrote it. */
export class PlanSeedError extends Error {
  readonly code = 'PLAN_SEED_INVALID';
  readonly problem: Bilingual;
  readonly remedy: Bilingual = {
    es: 'Corregir los archivos del plan; su forma está en schemas/tracker/seed.schema.json.',
    en: 'Correct the files of the plan; their form is in schemas/tracker/seed.schema.json.',
  };

  constructor(
    readonly plan: string,
    readonly faults: readonly SeedFault[],
  ) {
    super(`The seed of plan "${plan}" is not valid: ${faults.map((fault) => said(fault, 'en')).join('; ')}`);
    this.name = 'PlanSeedError';
    this.problem = {
      es: `La semilla del plan «${plan}» no es válida: ${faults.map((fault) => said(fault, 'es')).join(' ')}`,
      en: this.message,
    };
  }
}

function said({ file, place, message }: SeedFault, language: 'es' | 'en'): string {
  return `${file} ${place}: ${message[language]}`;
}
