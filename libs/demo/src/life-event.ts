import type { Award, Contract, JsonObject, Organization, Planning, Tender } from '#ocds';
import type { Instant } from './calendar.js';

/** What a release says besides its own name and date. */
export interface ReleaseContent extends JsonObject {
  readonly parties?: readonly Organization[];
  readonly planning?: Planning;
  readonly tender?: Tender;
  /** Extension `bids`. */
  readonly bids?: JsonObject;
  readonly awards?: readonly Award[];
  readonly contracts?: readonly Contract[];
}

/** Something that happened to a process and is told by one release. */
export interface LifeEvent {
  /** Release tags; the last one names the release. */
  readonly tags: readonly string[];
  readonly at: Instant;
  /** When it is told, unless an earlier event is told later still. */
  readonly published: Instant;
  readonly content: ReleaseContent;
}
