import { foldCodes } from './fold-codes.js';
import type { CodeRule, CutRule, OcdsProfile, StageRule } from './profile.js';

type Names = Readonly<Record<string, string>>;

/** A profile of a source of OCDS as it is written, checked by the schema of profiles. */
export interface WrittenOcds {
  readonly profile: string;
  readonly version: number;
  readonly kind: 'ocds';
  readonly title: string;
  readonly source: string;
  readonly repair?: boolean;
  readonly upgrade?: boolean;
  readonly extensions?: readonly string[];
  readonly drop?: readonly string[];
  readonly rename?: Names;
  readonly codes?: Readonly<Record<string, { readonly list: Names; readonly keep?: string }>>;
  readonly addresses?: readonly string[];
  readonly texts?: Names;
  readonly emails?: CutRule;
  readonly joinParties?: boolean;
  readonly roles?: Names;
  readonly stage?: StageRule;
  readonly tags?: OcdsProfile['tags'];
  readonly ocid?: OcdsProfile['ocid'];
  readonly ids?: OcdsProfile['ids'];
}

/** What is not said is not done: a profile that says nothing changes nothing. */
export function parseOcdsProfile(written: WrittenOcds): OcdsProfile {
  const { profile: id, rename = {}, texts = {}, codes = {}, roles = {}, ...rest } = written;
  return {
    repair: false,
    upgrade: false,
    extensions: [],
    drop: [],
    addresses: [],
    joinParties: false,
    tags: 'keep',
    ocid: 'keep',
    ids: 'keep',
    ...rest,
    id,
    rename: new Map(Object.entries(rename)),
    texts: new Map(Object.entries(texts)),
    codes: new Map(Object.entries(codes).map(([path, rule]) => [path, ruleOf(rule)])),
    roles: new Map(Object.entries(roles)),
  };
}

function ruleOf({ list, keep }: { readonly list: Names; readonly keep?: string }): CodeRule {
  return { codes: foldCodes(list), ...(keep !== undefined && { keep }) };
}
