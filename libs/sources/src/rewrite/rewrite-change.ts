import type { Bilingual, Json, RepairName } from '#ocds';

/** What a profile can do to a release, besides the repairs. Names are stable: reports use them. */
export type RewriteRule =
  | 'upgrade'
  | 'drop-member'
  | 'rename-member'
  | 'text-to-code'
  | 'web-address'
  | 'keep-text'
  | 'cut-email'
  | 'join-parties'
  | 'party-role'
  | 'stage-from-content'
  | 'tag-from-content'
  | 'ocid-prefix'
  | 'release-id';

/** One thing that was changed, and why. */
export interface RewriteChange {
  /** JSON Pointer (RFC 6901) in the release as the changes before it left it; of the first repairs, as it came. */
  readonly pointer: string;
  readonly rule: RewriteRule | RepairName;
  /** Undefined where there was nothing. May hold personal data: the messages do not. */
  readonly before: Json | undefined;
  /** Undefined where a value was left out. */
  readonly after: Json | undefined;
  readonly message: Bilingual;
}

/** Takes down one change. */
export type Note = (change: RewriteChange) => void;
