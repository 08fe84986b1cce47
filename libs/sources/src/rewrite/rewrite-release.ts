import { repairRelease, upgradeRelease, type JsonObject, type RepairName } from '#ocds';
import type { OcdsProfile } from '../profile/profile.js';
import { cutEmails } from './cut-emails.js';
import { describeRepair } from './describe-repair.js';
import { dropMembers } from './drop-members.js';
import { editObjects } from './edit-objects.js';
import { giveRoles } from './give-roles.js';
import { joinParties } from './join-parties.js';
import { keepTexts } from './keep-texts.js';
import { pathsOf } from './paths-of.js';
import { renameMembers } from './rename-members.js';
import type { Note, RewriteChange } from './rewrite-change.js';
import { setCodes } from './set-codes.js';
import { identifyByContent, prefixOcid } from './settle-identity.js';
import { settleStage } from './settle-stage.js';
import { settleTags } from './settle-tags.js';
import { tidyAddresses } from './tidy-addresses.js';

export interface RewriteContext {
  /** The publisher's registered prefix, as `ocds-xs1qbl`. Without it no ocid is changed. */
  readonly ocidPrefix?: string;
  /**
   * What the releases of the process before this one come to. A merge takes the roles of an organisation from the last
   * release: one of a later stage would lose those that only an earlier one gives reason for.
   */
  readonly previous?: JsonObject | undefined;
}

export interface Rewritten {
  /** The very object that came in when nothing was to be done. It shares what did not change. */
  readonly release: JsonObject;
  readonly changes: readonly RewriteChange[];
}

/**
 * Brings a release that its source publishes as OCDS in order, as the profile of the source says, and tells each
 * change. Nothing is guessed: what the profile does not know stays, for the validator to report. The release given is
 * not changed. Rewriting twice is rewriting once. Never throws, whatever the JSON.
 */
export function rewriteRelease(profile: OcdsProfile, release: JsonObject, context: RewriteContext = {}): Rewritten {
  const changes: RewriteChange[] = [];
  const note: Note = (change) => changes.push(change);
  const { ocidPrefix, previous } = context;
  const { stage } = profile;
  let current = profile.repair ? repaired(release, note) : release;
  if (profile.upgrade) current = upgraded(current, note);
  current = keepTexts(current, profile.texts, note);
  current = edited(profile, current, note);
  if (profile.joinParties) current = joinParties(current, note);
  current = giveRoles(current, { roles: profile.roles, previous }, note);
  if (stage) current = settleStage(current, stage, note);
  if (profile.repair && leavesGaps(changes)) current = repaired(current, note, ['drop-empty']);
  if (profile.tags === 'content') current = settleTags(current, note);
  if (profile.ocid === 'prefix' && ocidPrefix !== undefined) current = prefixOcid(current, ocidPrefix, note);
  if (profile.ids === 'content') current = identifyByContent(current, note);
  return { release: current, changes };
}

function repaired(release: JsonObject, note: Note, repairs?: readonly RepairName[]): JsonObject {
  const { release: after, applied } = repairRelease(release, repairs && { repairs });
  for (const repair of applied) note(describeRepair(repair));
  return after;
}

/** What a member was taken from may have nothing left. */
function leavesGaps(changes: readonly RewriteChange[]): boolean {
  return changes.some(({ rule, after }) => after === undefined && rule !== 'drop-empty');
}

function upgraded(release: JsonObject, note: Note): JsonObject {
  const after = upgradeRelease(release);
  for (const name of new Set([...Object.keys(release), ...Object.keys(after)])) {
    if (release[name] === after[name]) continue;
    note({ pointer: `/${name}`, rule: 'upgrade', before: release[name], after: after[name], message: UPGRADE });
  }
  return after;
}

const UPGRADE = {
  es: 'Estaba escrito como en OCDS 1.0: se lleva a la versión 1.1.',
  en: 'It was written as in OCDS 1.0: it is brought to version 1.1.',
};

function edited(profile: OcdsProfile, release: JsonObject, note: Note): JsonObject {
  const { drop, rename, codes, addresses, emails } = profile;
  const paths = pathsOf(profile);
  const edits = [
    ...(drop.length > 0 ? [dropMembers(paths.drop, note)] : []),
    ...(rename.size > 0 ? [renameMembers(paths.rename, note)] : []),
    ...(codes.size > 0 ? [setCodes(paths.codes, note)] : []),
    ...(addresses.length > 0 ? [tidyAddresses(paths.addresses, note)] : []),
    ...(emails ? [cutEmails(paths.emails, emails.at, note)] : []),
  ];
  return edits.length === 0 ? release : editObjects(release, edits);
}
