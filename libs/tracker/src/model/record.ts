import type { CodeOf } from './enumerations.js';
import type { Recorded } from './fact.js';
import type { PartialDate } from './partial-date.js';

export interface Source extends Recorded {
  readonly title: string;
  readonly publisher?: string;
  readonly publishedOn?: PartialDate;
  readonly url?: string;
  /** How its places are told. */
  readonly locatorMeaning?: string;
}

/** A document that is linked, not restated. */
export interface LinkedDocument extends Recorded {
  readonly title: string;
  readonly author?: string;
  readonly issuer?: string;
  readonly date?: PartialDate;
  readonly url?: string;
  readonly scope?: string;
  readonly restriction?: string;
}

/** What a report says in its own voice. */
export interface Statement extends Recorded {
  readonly number: string;
  readonly text: string;
  readonly missing?: string;
}

/** What fills a section of the annual report. */
export type ReportSectionKind =
  | 'presentation'
  | 'body'
  | 'plan-presentation'
  | 'follow-up'
  | 'commitment'
  | 'events'
  | 'programme'
  | 'sessions'
  | 'body-sessions'
  | 'liaison-meetings'
  | 'dissemination'
  | 'channels';

/** A line of the contents of an annual report. */
export interface ContentsLine {
  readonly title: string;
  readonly level: number;
  /** In the report that it comes from. */
  readonly page?: number;
  readonly section: ReportSectionKind;
  /** Number of a commitment. */
  readonly commitment?: number;
  readonly events?: readonly string[];
  readonly programme?: string;
  readonly series?: string;
}

export interface AnnualReport extends Recorded {
  readonly title: string;
  readonly year: number;
  readonly signedBy?: string;
  readonly signedAs?: string;
  readonly publishedOn?: PartialDate;
  readonly contents: readonly ContentsLine[];
}

/** Facts in conflict. */
export interface DataIssue extends Recorded {
  readonly number: string;
  readonly text: string;
  readonly where: string;
  readonly severity: CodeOf<'issueSeverity'>;
  readonly status: CodeOf<'issueStatus'>;
  readonly resolution?: string;
  /** Ids of what is in doubt. */
  readonly about?: readonly string[];
}

/** What another source says of something: shown apart, it never overrides. */
export interface Assertion extends Recorded {
  readonly about: string;
  readonly field: string;
  readonly value: string | number;
  readonly text: string;
  readonly certainty?: string;
}
