import type { CodeOf } from './enumerations.js';
import type { Quantity, Recorded } from './fact.js';
import type { PartialDate } from './partial-date.js';

export interface Organisation extends Recorded {
  readonly name: string;
  readonly shortName?: string;
  readonly sector?: CodeOf<'sector'>;
  readonly aliases?: readonly string[];
}

/** Someone named in a public capacity. */
export interface Person extends Recorded {
  readonly name: string;
  readonly position: string;
  readonly organisation?: string;
}

export interface GoverningBody extends Recorded {
  readonly name: string;
  readonly shortName?: string;
  readonly aliases?: readonly string[];
  readonly website?: string;
  readonly constituted?: PartialDate;
}

/** A seat is there without whoever holds it. */
export interface Seat extends Recorded {
  readonly body: string;
  readonly name: string;
  readonly sector: CodeOf<'sector'>;
  /** It is in the source's table; otherwise only implied. */
  readonly printed: boolean;
  readonly vacantAsPrinted?: boolean;
  readonly printedStatus?: string;
}

export interface Membership extends Recorded {
  readonly seat: string;
  readonly person: string;
  readonly kind: CodeOf<'membershipKind'>;
  readonly position: string;
  readonly startedOn?: PartialDate;
  readonly endedOn?: PartialDate;
  readonly endReason?: CodeOf<'endReason'>;
}

export interface Liaison extends Recorded {
  readonly body: string;
  readonly organisation: string;
  readonly person?: string;
}

export interface GovernanceChange extends Recorded {
  readonly body: string;
  readonly seat?: string;
  readonly membershipKind?: CodeOf<'membershipKind'>;
  readonly endReason?: CodeOf<'endReason'>;
  readonly informedIn?: string;
  readonly description: string;
}

export interface GovernanceInstrument extends Recorded {
  readonly body: string;
  readonly name: string;
  readonly versions: readonly { readonly id: string; readonly approvedIn?: string; readonly changeSummary: string }[];
}

export interface Session extends Recorded {
  readonly body: string;
  readonly type?: CodeOf<'sessionType'>;
  readonly ordinal?: number;
  readonly name: string;
  readonly date?: PartialDate;
  readonly place?: string;
  readonly content?: readonly string[];
}

export interface Agreement extends Recorded {
  readonly session: string;
  readonly title: string;
  readonly text: string;
  readonly alsoIn?: string;
  readonly responsible?: string;
  readonly due?: PartialDate;
  readonly state?: CodeOf<'agreementState'>;
}

/** Meetings known as a count. */
export interface MeetingSeries extends Recorded {
  readonly body?: string;
  readonly name: string;
  readonly count: Quantity;
  readonly known?: readonly string[];
  readonly place?: string;
  readonly topics?: readonly string[];
  readonly topicsIncomplete?: boolean;
}

export interface Committee extends Recorded {
  readonly name: string;
  readonly commitments?: readonly string[];
  readonly sectorsRequired?: readonly string[];
  readonly createdBy?: string;
  readonly reportedMeetings?: Quantity;
  readonly count?: number;
}

export interface MonitoringBoard extends Recorded {
  readonly name: string;
  readonly url?: string;
  readonly documentKinds: readonly { readonly kind: readonly CodeOf<'evidenceKind'>[]; readonly text: string }[];
}

/** Three amounts that are never one. */
export interface Fund extends Recorded {
  readonly name: string;
  readonly origin?: string;
  readonly fiscalYear?: number;
  readonly purpose?: string;
  readonly executor?: string;
  readonly approvedIn?: string;
  readonly agreed?: Quantity;
  readonly transferred?: Quantity;
  readonly exercised?: Quantity;
}
