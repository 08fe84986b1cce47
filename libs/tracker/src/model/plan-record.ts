import type { Channel, Programme, ProgrammeComponent, ProgrammeSite, PublicEvent } from './activity.js';
import type { ActionPlan, Assessment, Commitment, Evidence, MetricRule, Milestone } from './commitment.js';
import type {
  Agreement,
  Committee,
  Fund,
  GovernanceChange,
  GovernanceInstrument,
  GoverningBody,
  Liaison,
  MeetingSeries,
  Membership,
  MonitoringBoard,
  Organisation,
  Person,
  Seat,
  Session,
} from './governance.js';
import type { AnnualReport, Assertion, DataIssue, LinkedDocument, Source, Statement } from './record.js';

/** Everything recorded of one plan, by kind, each in the order of its seed. */
export interface PlanRecord {
  readonly plans: readonly ActionPlan[];
  readonly sources: readonly Source[];
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  readonly governingBodies: readonly GoverningBody[];
  readonly seats: readonly Seat[];
  readonly memberships: readonly Membership[];
  readonly liaisons: readonly Liaison[];
  readonly governanceChanges: readonly GovernanceChange[];
  readonly governanceInstruments: readonly GovernanceInstrument[];
  readonly commitments: readonly Commitment[];
  readonly milestones: readonly Milestone[];
  readonly metricRules: readonly MetricRule[];
  readonly evidence: readonly Evidence[];
  readonly assessments: readonly Assessment[];
  readonly committees: readonly Committee[];
  readonly monitoringBoards: readonly MonitoringBoard[];
  readonly sessions: readonly Session[];
  readonly agreements: readonly Agreement[];
  readonly meetingSeries: readonly MeetingSeries[];
  readonly funds: readonly Fund[];
  readonly events: readonly PublicEvent[];
  readonly programmes: readonly Programme[];
  readonly programmeSites: readonly ProgrammeSite[];
  readonly programmeComponents: readonly ProgrammeComponent[];
  readonly channels: readonly Channel[];
  readonly documents: readonly LinkedDocument[];
  readonly statements: readonly Statement[];
  readonly annualReports: readonly AnnualReport[];
  readonly dataIssues: readonly DataIssue[];
  readonly assertions: readonly Assertion[];
}

export type RecordKind = keyof PlanRecord;
