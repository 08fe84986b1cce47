import type { CodeOf } from './enumerations.js';
import type { Quantity, Recorded } from './fact.js';
import type { PartialDate } from './partial-date.js';

export interface PublicEvent extends Recorded {
  readonly kind: CodeOf<'eventKind'>;
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly tags?: readonly string[];
  readonly date?: PartialDate;
  readonly planned?: boolean;
  readonly place?: string;
  readonly organisers?: readonly string[];
  readonly speakers?: readonly { readonly person: string; readonly topic?: string }[];
  readonly audience?: string;
  readonly contents?: readonly string[];
  readonly attendance?: Quantity;
  readonly delegates?: Quantity;
  readonly programme?: string;
  readonly partOf?: string;
}

export interface Programme extends Recorded {
  readonly name: string;
  readonly shortName?: string;
  readonly aliases?: readonly string[];
  readonly lead?: string;
  readonly purpose?: string;
  readonly funding?: string;
  readonly fund?: string;
  readonly productFates?: readonly string[];
  readonly finalPhase?: string;
}

export interface ProgrammeSite extends Recorded {
  readonly programme: string;
  readonly municipality: string;
  readonly organisation?: string;
  /** Five digits: state and municipality. */
  readonly inegi?: string;
  readonly workshops?: Quantity;
  readonly topics: readonly string[];
  readonly topicsIncomplete?: boolean;
  readonly mainConcern?: string;
  readonly proposals?: readonly string[];
  readonly proposalsIncomplete?: boolean;
}

export interface ProgrammeComponent extends Recorded {
  readonly programme: string;
  readonly title: string;
  readonly parts?: readonly string[];
}

export interface Channel extends Recorded {
  readonly kind: CodeOf<'channelKind'>;
  readonly name: string;
  readonly url?: string;
  readonly followers?: Quantity;
  readonly posts?: Quantity;
  readonly reach?: Quantity;
}
