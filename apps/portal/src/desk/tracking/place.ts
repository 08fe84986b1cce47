import type { Actor } from '#access';
import type { ActionPlan, Agreement, Assessment, Commitment, DataIssue, Evidence, Milestone } from '#tracker';
import type { LinkHealth } from '#links';
import { reportYears } from '#tracker';
import type { AssessmentDraft, IssuedReport, TrackedComment, TrackedReport, TrackerView } from '#tracking';
import type { DeskLocale } from '../desk-locale.js';
import type { Choice } from '../views/desk.view.js';

/** A year of a plan, with what was issued of it, latest first. */
export interface ReportYear {
  readonly id: string;
  readonly year: number;
  readonly issued: readonly IssuedReport[];
}

/** What of a plan something is done to, by its name in addresses. */
export interface Things {
  readonly plan: ActionPlan;
  readonly compromisos: Commitment;
  readonly metas: Milestone;
  readonly reportes: TrackedReport;
  readonly evaluaciones: Assessment;
  readonly borradores: AssessmentDraft;
  readonly evidencias: Evidence;
  readonly acuerdos: Agreement;
  readonly inconsistencias: DataIssue;
  readonly preguntas: TrackedComment;
  readonly informes: ReportYear;
}

export type ThingKind = keyof Things;

/** A plan before somebody, on some day. */
export interface Standing {
  readonly plan: string;
  readonly view: TrackerView;
  readonly drafts: readonly AssessmentDraft[];
  readonly comments: readonly TrackedComment[];
  readonly issued: readonly IssuedReport[];
  /** Whether links of evidence answer, by address. */
  readonly links: ReadonlyMap<string, LinkHealth>;
  readonly actor: Actor;
  /** ISO day in Jalisco. */
  readonly today: string;
  readonly locale: DeskLocale;
}

/** Something of a plan, before somebody who may have to do with it. */
export interface Place<Kind extends ThingKind = ThingKind> extends Standing {
  readonly kind: Kind;
  readonly id: string;
  readonly thing: Things[Kind];
  /** Of the platform, by name. */
  readonly organisations: readonly Choice[];
}

/** Everything of a kind that a plan has. */
export function thingsOf<Kind extends ThingKind>({ view, drafts, comments, issued }: Standing, kind: Kind) {
  const { plan, progress } = view;
  const all: { readonly [K in ThingKind]: readonly Things[K][] } = {
    plan: plan.plans,
    compromisos: plan.commitments,
    metas: plan.milestones.filter(({ placeholder }) => !placeholder),
    reportes: progress,
    evaluaciones: plan.assessments,
    borradores: drafts,
    evidencias: plan.evidence,
    acuerdos: plan.agreements,
    inconsistencias: plan.dataIssues,
    preguntas: comments,
    informes: reportYears(plan).map((year) => ({
      id: String(year),
      year,
      issued: issued.filter((one) => one.year === year),
    })),
  };
  return all[kind];
}

/** The commitment that something belongs to, by its id. */
export function commitmentOf({ view }: Pick<Standing, 'view'>, kind: ThingKind, thing: object): string | undefined {
  if (kind === 'compromisos') return (thing as Commitment).id;
  if ('commitment' in thing) return thing.commitment as string;
  const target = 'milestone' in thing ? thing.milestone : 'target' in thing ? thing.target : undefined;
  const { commitments, milestones } = view.plan;
  return milestones.find(({ id }) => id === target)?.commitment ?? commitments.find(({ id }) => id === target)?.id;
}

/** The address of the tracker's part of a plan, in Spanish form. */
export function trackingPath(plan: string, ...rest: readonly string[]): string {
  return ['/escritorio/seguimiento', plan, ...rest]
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join('/');
}
