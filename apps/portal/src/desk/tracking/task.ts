import type { Action } from '#access';
import type { Outcome, TrackingDependencies } from '#tracking';
import type { FormValues } from '../controllers/form-body.js';
import type { DeskLocale, DeskWording } from '../desk-locale.js';
import type { Choice, DoneCode, FieldError } from '../views/desk.view.js';
import type { TaskField } from '../views/tracking.view.js';
import type { Place, ThingKind } from './place.js';

type Words = DeskWording['tracking'];

export type TaskName = keyof Words['tasks'];

export type FieldName = keyof Words['fields'];

/** A field of a task; its words are those of its name. */
export interface FieldSpec extends Pick<TaskField, 'kind' | 'optional' | 'choices'> {
  readonly name: FieldName;
}

/** A file as it was received, and what its sender calls it. */
export interface HandedFile {
  readonly path: string;
  readonly name: string;
}

/** What a task is done with. */
export interface TaskRun<Kind extends ThingKind> {
  readonly place: Place<Kind>;
  readonly tracking: TrackingDependencies;
  readonly values: FormValues;
  readonly file?: HandedFile | undefined;
}

/** One thing that people do in the tracker: who may, when it is offered, what its form asks for, which action it is. */
export interface Task<Kind extends ThingKind = ThingKind> {
  readonly name: TaskName;
  readonly of: Kind;
  /** One of these is needed. */
  readonly actions: readonly Action[];
  /** Its form takes a file. */
  readonly files?: boolean;
  /** Worth a link; the action itself decides whether it may be done. */
  offered(place: Place<Kind>): boolean;
  /** What one has to know to do it. */
  facts?(place: Place<Kind>): readonly (readonly [name: string, value: string])[];
  fields(place: Place<Kind>): readonly FieldSpec[];
  /** What its form begins with. */
  begin?(place: Place<Kind>): FormValues;
  /** What no rule of the tracker could tell. */
  check?(values: FormValues, locale: DeskLocale, file: HandedFile | undefined): readonly FieldError[];
  run(run: TaskRun<Kind>): Promise<Outcome>;
  /** Which field a refusal is about, where it is not the usual one. */
  readonly faults?: Readonly<Record<string, FieldName>>;
  readonly done?: DoneCode;
}

/** Keeps the kind of a task while it is written, and forgets it in the list of all. */
export function task<Kind extends ThingKind>(written: Task<Kind>): Task {
  return written;
}

/** The codes of an enumeration, to choose from. */
export function codeChoices(
  codes: Readonly<Record<string, { readonly es: string; readonly en: string }>>,
  { language }: DeskLocale,
): readonly Choice[] {
  return Object.entries(codes).map(([value, words]) => ({ value, label: words[language] }));
}
