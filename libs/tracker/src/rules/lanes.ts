import type { Assessment } from '../model/commitment.js';
import { type CodeOf, columnOf, levelOf } from '../model/enumerations.js';
import type { PlanRecord } from '../model/plan-record.js';
import { derivedCompletion } from './derived-completion.js';
import { metasOf } from './metas-of.js';

type Completion = CodeOf<'completion'>;

/** What one who speaks in a lane says. */
export interface LaneEntry {
  readonly lane: CodeOf<'lane'>;
  readonly assessor: string;
  readonly stage: CodeOf<'assessmentStage'>;
  readonly completion?: Completion;
  /** Declared in the report of 2017, without evidence here. */
  readonly legacy: boolean;
  readonly assessment: Assessment;
}

/** What the metrics say; a level only where a session fixed a threshold. */
export interface Measurement {
  readonly completion?: Completion;
  readonly on: string;
  readonly figures: readonly MeasuredFigure[];
  /** Its measured milestones, each with what its rule says. */
  readonly metas?: readonly MeasuredMeta[];
}

/** A measured milestone before its rule. Without a rule: measured, no target set. */
export interface MeasuredMeta {
  readonly milestone: string;
  readonly title: string;
  readonly weight?: number;
  readonly outcome?: CodeOf<'ruleOutcome'>;
  readonly rule?: RuleInWords;
}

/** A rule that holds, with the figure that it looks at, in words. */
export interface RuleInWords {
  readonly id: string;
  readonly metric: string;
  /** Name of the metric, and of the part of it. */
  readonly label: string;
  /** «al menos 300 procesos». */
  readonly threshold: string;
  /** «1,243 procesos»; why there is none, where there is none. */
  readonly value: string;
  readonly formula: string;
  /** Id and name of the session that fixed it. */
  readonly session: string;
  readonly sessionName: string;
  /** ISO day. */
  readonly since: string;
  /** SHA-256 of the data. */
  readonly datasetHash: string;
  /** The address that computes the figure again. */
  readonly url: string;
}

export interface MeasuredFigure {
  readonly metric: string;
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  readonly datasetHash?: string;
  readonly url?: string;
}

/** The three columns of a commitment; none is computed from another. */
export interface Lanes {
  readonly declared: {
    /** The formal declaration, where there is one. */
    readonly declaration?: LaneEntry;
    /** What follows from the milestones that people declare; shown beside the declaration. */
    readonly derived: Completion;
  };
  readonly assessed: readonly LaneEntry[];
  readonly measured: Measurement | undefined;
  readonly discrepancies: readonly Discrepancy[];
}

/** Two lanes that differ by a level or more. */
export interface Discrepancy {
  readonly between: readonly [LaneName, LaneName];
  readonly levels: number;
}

export type LaneName = CodeOf<'lane'> | 'derivado';

/**
 * The lanes of a commitment, side by side.
 *
 * @param measurement what the metrics say of it, where it is measured
 */
export function lanesOf(
  plan: Pick<PlanRecord, 'assessments' | 'milestones'>,
  commitment: string,
  measurement?: Measurement,
): Lanes {
  const entries = plan.assessments.flatMap((one) =>
    (one.commitment ?? commitment) === commitment && one.stage !== 'superseded' ? [entryOf(one)] : [],
  );
  const declaration = entries.findLast(({ lane }) => columnOf(lane) === 'declarado');
  const assessed = entries.filter(({ lane }) => columnOf(lane) === 'evaluado');
  const metas = metasOf(plan, commitment).filter(({ mode }) => mode === 'declared');
  const derived = derivedCompletion(metas);
  const declared = { ...(declaration && { declaration }), derived };
  const said = [
    ...(declaration ? [sayOf(declaration)] : []),
    ...(metas.length > 0 ? [{ name: 'derivado' as const, completion: derived }] : []),
    ...assessed.map(sayOf),
    ...(measurement ? [{ name: 'medicion' as const, completion: measurement.completion }] : []),
  ];
  return { declared, assessed, measured: measurement, discrepancies: discrepanciesOf(said) };
}

function entryOf(assessment: Assessment): LaneEntry {
  const { lane, assessor, stage, completion, legacyDeclared = false } = assessment;
  return { lane, assessor, stage, ...(completion && { completion }), legacy: legacyDeclared, assessment };
}

interface Say {
  readonly name: LaneName;
  readonly completion: Completion | undefined;
}

/** What is not final yet is said by nobody. */
function sayOf({ lane, stage, completion }: LaneEntry): Say {
  return { name: lane, completion: stage === 'final' ? completion : undefined };
}

/** Between the first that speaks, which is the declaration where there is one, and each of the others. */
function discrepanciesOf(said: readonly Say[]): readonly Discrepancy[] {
  const speaking = said.flatMap(({ name, completion }) => (completion ? [{ name, level: levelOf(completion) }] : []));
  const [first, ...others] = speaking;
  if (!first) return [];
  return others.flatMap(({ name, level }) => {
    const levels = Math.abs(first.level - level);
    return levels >= 1 ? [{ between: [first.name, name] as const, levels }] : [];
  });
}
