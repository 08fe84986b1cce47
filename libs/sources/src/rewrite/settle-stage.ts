import { labelledStage, memberOf, STAGES, stateOf, type JsonObject, type Release } from '#ocds';
import type { StageRule } from '../profile/profile.js';
import type { Note } from './rewrite-change.js';

/**
 * Corrects the stage that the state's system writes beside the data (`additionalProcessInformation.stageDescription`)
 * where the data have gone past it; what it wrote stays to be read in `description`.
 *
 * A label ahead of the data is no contradiction: a release may be of one stage, and the label is of the process.
 */
export function settleStage(release: JsonObject, { names, says }: StageRule, note: Note): JsonObject {
  const label = labelledStage(release as unknown as Release);
  const reached = stateOf(release as unknown as Release).stage;
  const place = reached === undefined ? -1 : STAGES.indexOf(reached);
  if (label === undefined || place <= STAGES.indexOf(label)) return release;
  const information = memberOf(release, 'additionalProcessInformation')!;
  const before = memberOf(information, 'stageDescription')!;
  const after = {
    ...before,
    currentStage: names[place]!,
    description: says
      .replace('{label}', () => String(before.currentStage))
      .replace('{description}', () => String(before.description ?? ''))
      .trim(),
    stageNumber: place + 1,
  };
  const pointer = '/additionalProcessInformation/stageDescription';
  note({
    pointer,
    rule: 'stage-from-content',
    before,
    after,
    message: messageOf(String(before.currentStage), names[place]!),
  });
  return { ...release, additionalProcessInformation: { ...information, stageDescription: after } };
}

function messageOf(label: string, reached: string) {
  return {
    es: `El origen lo da en la etapa «${label}», pero ya hay datos de «${reached}».`,
    en: `The source gives its stage as “${label}”, but there are data of “${reached}” already.`,
  };
}
