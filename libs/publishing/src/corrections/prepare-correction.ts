import type { EntityManager } from 'typeorm';
import { Publisher } from '#database';
import type { JsonObject, Verdict } from '#ocds';
import type { Settings } from '#settings';
import { loadHistories } from '../load-histories.js';
import { loadProfiles } from '../load-profiles.js';
import { mergeHistory } from '../merge-history.js';
import { openMask } from '../public-release.js';
import { extensionsInUse, releaseValidator } from '../validate-release.js';
import { buildCorrection, type CorrectionMade } from './build-correction.js';
import type { Edit, EditFault } from './edit.js';
import { ProcessError } from './process-error.js';

/** A correction made against the present state of its process, and checked. */
export interface PreparedCorrection extends CorrectionMade {
  readonly faults?: undefined;
  readonly published: JsonObject;
  readonly publisher: Publisher;
  readonly verdict: Verdict;
  /** False where the publisher's policy would hold it. */
  readonly publishable: boolean;
}

export interface PrepareInput {
  readonly ocid: string;
  readonly publisherId: string;
  readonly edits: readonly Edit[];
}

/**
 * Makes the release of a correction and checks it, without storing anything.
 *
 * @param manager of the system: it reads releases
 * @throws ProcessError PROCESS_UNKNOWN when nothing of the process is public
 */
export async function prepareCorrection(
  manager: EntityManager,
  { personalData }: Pick<Settings, 'personalData'>,
  { ocid, publisherId, edits }: PrepareInput,
): Promise<PreparedCorrection | { readonly faults: readonly EditFault[] }> {
  const histories = await loadHistories(manager, [ocid], ['accepted', 'published']);
  const { compiled, merged } = mergeHistory(histories.get(ocid)!);
  if (compiled === undefined) throw new ProcessError('PROCESS_UNKNOWN');
  const history = merged.map(({ release }) => release);
  const mask = await openMask(manager, personalData);
  const built = buildCorrection({ history, edits, now: new Date().toISOString(), mask });
  if (built.faults) return built;
  const publisher = await manager.getRepository(Publisher).findOneByOrFail({ id: publisherId });
  const validate = releaseValidator(extensionsInUse(await loadProfiles()));
  const verdict = validate(built.release, { ocidPrefix: publisher.ocidPrefix });
  const publishable = verdict.valid || publisher.policy === 'publish-marked';
  return { ...built, published: compiled, publisher, verdict, publishable };
}
