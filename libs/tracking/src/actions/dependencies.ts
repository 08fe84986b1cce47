import type { DataSource } from 'typeorm';
import type { Resolve } from '#outbound';
import type { Settings } from '#settings';
import type { Refusal } from '#tracker';

/** What actions work with; a `Platform` is one. */
export interface TrackingDependencies {
  readonly dataSource: DataSource;
  readonly settings: Pick<Settings, 'outboundAllow'>;
  /** The system's clock where absent. */
  readonly now?: () => Date;
  /** The system's resolver where absent. */
  readonly resolve?: Resolve;
}

/** What became of an action; of what is refused nothing was written. */
export type Outcome<Done extends object = object> =
  ({ readonly ok: true } & Done) | { readonly ok: false; readonly refusal: Refusal };
