import type { Bilingual } from '#ocds';
import { embeddedServerFaults, type EmbeddedServerFault } from './embedded-server-faults.js';

interface Circumstances {
  /** The file, folder, account or platform it is about. */
  readonly about: string;
  /** The last lines of what PostgreSQL said, oldest first. */
  readonly log?: readonly string[];
  readonly cause?: unknown;
}

/** The embedded PostgreSQL server cannot be had. `problem` and `remedy` are written for the person who started the program. */
export class EmbeddedServerError extends Error {
  override readonly name = 'EmbeddedServerError';
  readonly problem: Bilingual;
  readonly remedy: Bilingual;
  readonly log: readonly string[];

  constructor(
    readonly code: EmbeddedServerFault,
    { about, log = [], cause }: Circumstances,
  ) {
    const { problem, remedy } = embeddedServerFaults[code];
    super([fill(problem.en, about), remedy.en, ...log].join('\n'), { cause });
    this.problem = { es: fill(problem.es, about), en: fill(problem.en, about) };
    this.remedy = remedy;
    this.log = log;
  }
}

function fill(text: string, about: string): string {
  return text.replace('{about}', () => about);
}
