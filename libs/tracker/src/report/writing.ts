import type { Quantity, Recorded } from '../model/fact.js';
import type { PlanRecord } from '../model/plan-record.js';
import { type Measurement } from '../rules/lanes.js';
import type { Block, ReportFigure, Text } from './report-document.js';
import { fieldText, missing, quantityWords, sourceRun } from './words.js';

/** What the sections of a report are written from, and the figures that they leave. */
export interface Writing {
  readonly plan: PlanRecord;
  readonly year: number;
  /** By commitment id. */
  readonly measurements: ReadonlyMap<string, Measurement>;
  /** Id of the section that is being written. */
  readonly section: string;
  readonly figures: ReportFigure[];
}

/** The name of something recorded, by its id. */
export function nameOf({ plan }: Writing, id: string): string {
  const named = [plan.organisations, plan.people, plan.sessions, plan.programmes, plan.funds].flat();
  const found: { readonly name: string; readonly shortName?: string } | undefined = named.find((one) => one.id === id);
  return found?.shortName ?? found?.name ?? id;
}

/** What something is called that may be of any kind. */
export function titleOf({ plan }: Writing, id: string): string {
  const commitment = plan.commitments.find((one) => one.id === id);
  if (commitment) return `Compromiso ${commitment.number}`;
  const lists = [
    plan.plans,
    plan.governingBodies,
    plan.sessions,
    plan.funds,
    plan.monitoringBoards,
    plan.events,
  ].flat();
  const found: { readonly name?: string; readonly title?: string } | undefined = lists.find((one) => one.id === id);
  return found?.name ?? found?.title ?? id;
}

/** Writes a quantity of the source, or why it is absent, and keeps it as a figure of the report. */
export function figure(writing: Writing, recorded: Recorded, name: string, label: string, place?: string): Text {
  const quantity = (recorded as unknown as Readonly<Record<string, Quantity | undefined>>)[name];
  const { locator } = recorded.fieldFrom[name] ?? recorded.from;
  const common = { id: `${recorded.id}/${name}`, label, section: writing.section };
  if (quantity === undefined) {
    const reason = recorded.nulls[name] ?? 'no_reportado';
    writing.figures.push({ ...common, value: null, reason });
    return [missing(reason)];
  }
  const { value, qualifier, measure } = quantity;
  writing.figures.push({ ...common, value, qualifier, measure, ...(locator !== undefined && { locator }) });
  return [{ text: `${quantityWords(quantity)}${place ?? ''}` }];
}

/** Keeps a number that is counted from what is recorded. */
export function counted(writing: Writing, id: string, label: string, value: number): string {
  writing.figures.push({ id, label, section: writing.section, value, qualifier: 'exact' });
  return String(value);
}

export function paragraph(...text: readonly (string | Text[number])[]): Block {
  return { kind: 'paragraph', text: text.map((run) => (typeof run === 'string' ? { text: run } : run)) };
}

/** A paragraph with the place in the source at its end. */
export function sourced(text: string, { from }: Recorded): Block {
  return { kind: 'paragraph', text: [{ text }, sourceRun(from)] };
}

export type FieldRow = readonly [label: string, text: Text];

/** A table of two columns; `caption` says of what. */
export function fieldTable(caption: string, rows: readonly FieldRow[]): Block {
  return {
    kind: 'table',
    caption,
    head: ['Dato', 'Lo que dice la fuente'],
    rows: rows.map(([label, text]) => [[{ text: label }], text]),
  };
}

export function field(recorded: Recorded, name: string, words: string | undefined): Text {
  return fieldText(recorded, name, words);
}

/** The open inconsistencies and the external assertions about some things. */
export function remarksOn({ plan }: Writing, ids: readonly string[]): readonly Block[] {
  const issues = plan.dataIssues.filter(
    ({ about = [], status }) => status === 'abierta' && about.some((id) => ids.includes(id)),
  );
  const said = plan.assertions.filter(({ about }) => ids.includes(about));
  return [
    ...issues.map(({ number, text }): Block => ({
      kind: 'warning',
      text: [{ text: `Inconsistencia ${number}. `, style: 'strong' }, { text }],
    })),
    ...(said.length > 0
      ? [paragraph('Lo que dicen otras fuentes, aparte y sin sustituir lo anterior:'), assertionList(plan, said)]
      : []),
  ];
}

export function assertionList(plan: PlanRecord, said: PlanRecord['assertions']): Block {
  const sources = new Map(plan.sources.map(({ id, publisher, title }) => [id, publisher ?? title]));
  return {
    kind: 'list',
    items: said.map(({ text, certainty, from }) => [
      { text: certainty === undefined ? text : `${text} (${certainty})` },
      { text: ` [${sources.get(from.source) ?? from.source}]`, style: 'source' },
    ]),
  };
}
