import type { Bilingual } from '../bilingual.js';

/** The repairs there are. Names are stable: reports, settings and the command line use them. */
export type RepairName =
  | 'trim-text'
  | 'drop-empty'
  | 'scalar-to-list'
  | 'text-to-number'
  | 'number-to-text'
  | 'float-residue'
  | 'date-time'
  | 'missing-ids';

/** What each repair does. */
export const REPAIRS: readonly { readonly name: RepairName; readonly does: Bilingual }[] = [
  {
    name: 'trim-text',
    does: { es: 'quita los espacios de los extremos de un texto', en: 'takes the padding off a text' },
  },
  {
    name: 'drop-empty',
    does: {
      es: 'quita textos en blanco, listas y objetos vacíos, y los nulos que el esquema no admite',
      en: 'drops blank texts, empty lists and objects, and the nulls that the schema refuses',
    },
  },
  {
    name: 'scalar-to-list',
    does: {
      es: 'hace una lista de un solo elemento de un valor suelto donde el esquema pide una lista',
      en: 'makes a list of one out of a lone value where the schema wants a list',
    },
  },
  {
    name: 'text-to-number',
    does: {
      es: 'lee como número el texto que lo es, donde el esquema pide un número',
      en: 'reads a numeral as a number where the schema wants a number',
    },
  },
  {
    name: 'float-residue',
    does: {
      es: 'quita a un número el residuo de la aritmética binaria (72349.20000000001)',
      en: 'takes the residue of binary arithmetic off a number (72349.20000000001)',
    },
  },
  {
    name: 'number-to-text',
    does: {
      es: 'escribe como texto un número donde el esquema pide un texto',
      en: 'writes a number as text where the schema wants text',
    },
  },
  {
    name: 'date-time',
    does: {
      es: 'lleva una fecha a RFC 3339 y dice qué hubo que suponer',
      en: 'brings a date to RFC 3339 and says what had to be assumed',
    },
  },
  {
    name: 'missing-ids',
    does: {
      es: 'da a las partidas, documentos, pagos e hitos sin id uno derivado de su contenido',
      en: 'gives items, documents, transactions and milestones without id one derived from their content',
    },
  },
];

/** What a repair had to take for granted, since the data did not say it. */
export type Assumption =
  /** A day without time: midnight was written. */
  | 'midnight'
  /** A time without seconds: `:00` was written. */
  | 'zero-seconds'
  /** No offset from UTC: −06:00 was written. */
  | 'utc-offset'
  /** `03/04/2017` could be read month first: it was read day first. */
  | 'day-first'
  /** A number may have lost its leading zeros before it came here. */
  | 'no-leading-zeros'
  /** The list has an entry with the same content: the two were told apart by a number. */
  | 'separate-entries';

/** One of all repairs made: `before` at `pointer` became `after`; there is no `after` where a value was dropped. */
export interface AppliedRepair<Value> {
  readonly repair: RepairName;
  /** JSON Pointer (RFC 6901) in the release as it came. */
  readonly pointer: string;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
  readonly assumed?: readonly Assumption[];
}
