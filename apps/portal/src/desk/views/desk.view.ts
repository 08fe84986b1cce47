import type { SiteView } from '../../views.js';

/** What every page of the desk is told, beside its own matter. Addresses are given in Spanish form. */
export interface DeskView {
  readonly site: SiteView;
  readonly person: { readonly name: string; readonly organisations: readonly string[] };
  /** Goes into every form as `_csrf`. */
  readonly csrf: string;
  /** The sections of the navigation that this person may enter, in order. */
  readonly sections: readonly DeskSection[];
  /** What the request before this one did; said once on top of the page. */
  readonly done?: DoneCode | undefined;
}

export const DESK_SECTIONS = [
  'inicio',
  'cargar',
  'cargas',
  'procesos',
  'fuentes',
  'publicador',
  'usuarios',
  'organizaciones',
  'llaves',
  'bitacora',
  'referencias',
  'seguimiento',
] as const;

export type DeskSection = (typeof DESK_SECTIONS)[number];

export const DONE_CODES = [
  'confirmada',
  'cancelada',
  'reintentada',
  'guardado',
  'propuesta',
  'publicada',
  'aprobada',
  'rechazada',
  'retirado',
  'restituido',
  'corriendo',
  'en-pausa',
  'reanudada',
  'quitada',
  'invitado',
  'deshabilitado',
  'habilitado',
  'revocada',
  'creado',
  'registrado',
  'borrador',
] as const;

export type DoneCode = (typeof DONE_CODES)[number];

/** A form as it was sent, or as it begins: nothing that was typed is lost. */
export interface FormState {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly errors: readonly FieldError[];
}

/** What is wrong with one field, in words; `field` is its name. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export const EMPTY_FORM: FormState = { values: {}, errors: [] };

/** Neighbouring pages of a list. */
export interface Neighbours {
  readonly previous?: string;
  readonly next?: string;
}

/** Something to choose from. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}
