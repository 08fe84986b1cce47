import type { CodeOf } from './enumerations.js';
import type { Quantity, Recorded } from './fact.js';
import type { PartialDate } from './partial-date.js';

export interface ActionPlan extends Recorded {
  readonly name: string;
  readonly shortName: string;
  readonly body?: string;
  readonly level: CodeOf<'planLevel'>;
  readonly status: CodeOf<'planStatus'>;
  readonly period: PartialDate;
  readonly approvedOn?: PartialDate;
  readonly approvedIn?: string;
  readonly implementationFrom?: PartialDate;
  readonly finalReportSession?: string;
  readonly framework?: string;
  readonly ogpPlan?: string;
  readonly membership?: string;
}

export interface Commitment extends Recorded {
  readonly number: number;
  readonly title: string;
  readonly shortTitle?: string;
  readonly objective?: string;
  readonly lifecycle: CodeOf<'commitmentLifecycle'>;
  readonly start?: PartialDate;
  readonly originalEnd?: PartialDate;
  readonly currentEnd?: PartialDate;
  /** Organisations: the leading one, and those that support it. */
  readonly responsible?: string;
  readonly support?: readonly string[];
  readonly civilCounterpart?: readonly string[];
  readonly ogpId?: string;
  readonly policyAreas?: readonly string[];
  readonly metOn?: PartialDate;
  /** Its publication can be measured by this platform. */
  readonly measured?: boolean;
  /** The numbers that its objective promises. */
  readonly targets?: readonly { readonly quantity: Quantity; readonly text: string; readonly ambiguity?: string }[];
}

export interface Milestone extends Recorded {
  readonly commitment: string;
  readonly number?: string;
  readonly title: string;
  readonly kind: CodeOf<'milestoneKind'>;
  readonly mode: CodeOf<'milestoneMode'>;
  /** Stands for metas whose text was lost: it counts for nothing. */
  readonly placeholder?: boolean;
  readonly state?: CodeOf<'milestoneState'>;
  readonly target?: string;
  readonly verificationMeans?: string;
  readonly weight?: number;
  readonly originalDue?: PartialDate;
  readonly currentDue?: PartialDate;
  readonly metOn?: PartialDate;
}

/** What moves a measured milestone: a figure compared with the threshold that a session fixed. */
export interface MetricRule extends Recorded {
  readonly milestone: string;
  /** Id of a metric. */
  readonly metric: string;
  /** Which of its figures, `stage:contract`; absent: the one of everything. */
  readonly part?: string;
  readonly comparator: CodeOf<'metricComparator'>;
  /** Decimal text. */
  readonly threshold: string;
  /** Id of the session that fixed it. */
  readonly session: string;
  /** ISO day from which it holds. */
  readonly since: string;
}

export interface Evidence extends Recorded {
  /** Id of what it proves something of. */
  readonly target: string;
  readonly kind: CodeOf<'evidenceKind'>;
  readonly title: string;
  readonly url?: string;
  readonly sha256?: string;
  readonly producedOn?: PartialDate;
  readonly proves: string;
  readonly access?: CodeOf<'access'>;
}

export interface Assessment extends Recorded {
  /** Absent: the whole plan. */
  readonly commitment?: string;
  readonly lane: CodeOf<'lane'>;
  readonly stage: CodeOf<'assessmentStage'>;
  readonly assessor: string;
  readonly organisation?: string;
  readonly completion?: CodeOf<'completion'>;
  /** Declared in the report of 2017, without evidence here: nothing but an import can set it. */
  readonly legacyDeclared?: boolean;
  readonly narrative?: string;
  readonly deliveredIn?: string;
  readonly document?: string;
  readonly publishedOn?: PartialDate;
  readonly reply?: { readonly agrees: CodeOf<'replyAgreement'>; readonly text: string; readonly on: string };
}
