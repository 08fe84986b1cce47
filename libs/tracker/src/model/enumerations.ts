import type { Bilingual } from '#ocds';
import listed from '../../../../schemas/tracker/enumerations.json' with { type: 'json' };

type Listed = typeof listed;

/** The name of an enumeration. */
export type EnumerationName = keyof Listed;

/** A code of an enumeration. */
export type CodeOf<Name extends EnumerationName> = Extract<keyof Listed[Name]['codes'], string>;

/** The title of an enumeration and the words for its codes, in their order. */
export interface Enumeration {
  readonly title: Bilingual;
  readonly codes: Readonly<Record<string, Bilingual>>;
}

/** Every enumeration of the tracker, as data. */
export const ENUMERATIONS: Readonly<Record<EnumerationName, Enumeration>> = listed;

export function isCode<Name extends EnumerationName>(name: Name, text: string): text is CodeOf<Name> {
  return Object.hasOwn(ENUMERATIONS[name].codes, text);
}

/** The words for a code. */
export function labelOf<Name extends EnumerationName>(name: Name, code: CodeOf<Name>): Bilingual {
  return ENUMERATIONS[name].codes[code]!;
}

/** OGP's five degrees of completion, from 0 (no evidence available) to 4 (complete). */
export function levelOf(completion: CodeOf<'completion'>): number {
  return listed.completion.codes[completion].level;
}

/** The public column of a lane: what is declared, what is assessed by others, what is measured. */
export function columnOf(lane: CodeOf<'lane'>): CodeOf<'laneColumn'> {
  return listed.lane.codes[lane].column as CodeOf<'laneColumn'>;
}

/** The state in the words of OCDS `milestoneStatus`; a cancelled milestone has none. */
export function ocdsStatusOf(state: CodeOf<'milestoneState'>): string | undefined {
  const code = listed.milestoneState.codes[state];
  return 'ocds' in code ? code.ocds : undefined;
}
