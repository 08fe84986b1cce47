import { deriveTags, partOf, partsOf, type Contract, type JsonObject, type Release } from '#ocds';
import { changesIn, type Parts } from './changes-in.js';
import { sameContent } from './content-of.js';

/**
 * The tags of a release: what it says that the last release of its ocid did not.
 *
 * A stage that is new has its own name (`tender`); one that says otherwise, an update (`tenderUpdate`), except a contract
 * whose amendments grew (`contractAmendment`) and a tender whose amendments did (`tenderAmendment`); what has newly come
 * to an end, the end (`tenderCancellation`, `awardCancellation`, `contractTermination`). A process first heard of has
 * only the names of its stages, also where they have ended: those tags are for what was published before. When only
 * something beside the stages changed, as a party's address, it is an update of the furthest stage.
 * https://standard.open-contracting.org/1.1/en/schema/codelists/#release-tag
 *
 * @returns no tags when nothing changed
 */
export function deriveReleaseTags(current: Release, previous?: Release): readonly string[] {
  if (previous === undefined) return deriveTags(current);
  if (sameContent(current, previous)) return [];
  const tags = [
    ...planningTags(current, previous),
    ...tenderTags(current, previous),
    ...awardTags(current, previous),
    ...contractTags(current, previous),
    ...implementationTags(current, previous),
  ];
  return tags.length > 0 ? tags : [UPDATES[deriveTags(current).at(-1)!]!];
}

const UPDATES: Readonly<Record<string, string>> = {
  planning: 'planningUpdate',
  tender: 'tenderUpdate',
  award: 'awardUpdate',
  contract: 'contractUpdate',
  implementation: 'implementationUpdate',
};

function planningTags(current: Release, previous: Release): readonly string[] {
  const { added, changed } = changesIn(single(current.planning), single(previous.planning));
  return [...when(added.length > 0, 'planning'), ...when(changed.length > 0, 'planningUpdate')];
}

function tenderTags(current: Release, previous: Release): readonly string[] {
  const { added, changed } = changesIn(single(current.tender), single(previous.tender));
  if (added.length > 0) return ['tender'];
  return changed.map(([now, before]) =>
    ended(now, before, CANCELLED) ? 'tenderCancellation' : amended(now, before) ? 'tenderAmendment' : 'tenderUpdate',
  );
}

function awardTags(current: Release, previous: Release): readonly string[] {
  const { added, changed } = changesIn(byId(partsOf(current.awards)), byId(partsOf(previous.awards)));
  const tags = changed.map(([now, before]) => (ended(now, before, CANCELLED) ? 'awardCancellation' : 'awardUpdate'));
  return [...when(added.length > 0, 'award'), ...new Set(tags)];
}

function contractTags(current: Release, previous: Release): readonly string[] {
  const { added, changed } = changesIn(contractsOf(current), contractsOf(previous));
  const tags = changed.map(([now, before]) =>
    ended(now, before, TERMINATED)
      ? 'contractTermination'
      : amended(now, before)
        ? 'contractAmendment'
        : 'contractUpdate',
  );
  return [...when(added.length > 0, 'contract'), ...new Set(tags)];
}

function implementationTags(current: Release, previous: Release): readonly string[] {
  const { added, changed } = changesIn(implementationsOf(current), implementationsOf(previous));
  return [...when(added.length > 0, 'implementation'), ...when(changed.length > 0, 'implementationUpdate')];
}

function single(stage: JsonObject | undefined): Parts {
  const part = partOf(stage);
  return new Map(part === undefined ? [] : [[undefined, part]]);
}

function byId(parts: readonly JsonObject[]): Parts {
  return new Map(parts.map((part) => [part.id, part]));
}

/** Without their implementation, which is a stage of its own. */
function contractsOf(release: Release): Parts {
  return byId(partsOf(release.contracts).map(({ implementation: _, ...contract }: Contract) => contract));
}

function implementationsOf(release: Release): Parts {
  return new Map(partsOf(release.contracts).map(({ id, implementation }) => [id, partOf(implementation) ?? {}]));
}

const CANCELLED: ReadonlySet<unknown> = new Set(['cancelled', 'withdrawn']);
const TERMINATED: ReadonlySet<unknown> = new Set(['cancelled', 'terminated']);

function ended(now: JsonObject, before: JsonObject, endings: ReadonlySet<unknown>): boolean {
  return endings.has(now.status) && !endings.has(before.status);
}

function amended(now: JsonObject, before: JsonObject): boolean {
  return amendmentsOf(now) > amendmentsOf(before);
}

function amendmentsOf({ amendments }: JsonObject): number {
  return Array.isArray(amendments) ? amendments.length : 0;
}

function when(applies: boolean, tag: string): readonly string[] {
  return applies ? [tag] : [];
}
