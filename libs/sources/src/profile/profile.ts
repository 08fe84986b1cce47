import type { Json } from '#ocds';

/** Name of a column within a profile; `^name` is a column of the parent row. */
export type ColumnName = string;

/**
 * Takes one value from the row. `cut`: characters; `ahead`: years that a planned date may lie beyond next year;
 * `else`: the code of texts that the list does not know.
 */
export type Leaf =
  | { readonly text: ColumnName; readonly cut?: number }
  | { readonly code: ColumnName; readonly map: string; readonly else?: string }
  | { readonly clean: ColumnName }
  | { readonly number: ColumnName }
  | { readonly integer: ColumnName }
  | { readonly flag: ColumnName }
  | { readonly date: ColumnName; readonly ahead?: number }
  | { readonly email: ColumnName }
  | { readonly url: ColumnName }
  | { readonly constant: Json }
  | { readonly first: readonly Template[] }
  | { readonly join: readonly Template[]; readonly with?: string }
  | { readonly person: readonly [ColumnName, ColumnName, ColumnName] }
  | { readonly hash: readonly ColumnName[]; readonly prefix?: string };

export interface ValueTemplate {
  readonly $value: {
    /** With taxes, or the only amount there is. */
    readonly amount?: ColumnName;
    readonly net?: ColumnName;
    readonly currency?: ColumnName;
    /** Currency when the column is absent or blank. */
    readonly default?: string;
  };
}

/** An organisation: described once in `parties`, and referred to from here. */
export interface PartyTemplate {
  readonly $party: {
    readonly roles: readonly string[];
    /** The organisation has its roles in `parties` and is referred to from nowhere, as an invited supplier. */
    readonly only?: 'parties';
    /** The business name; where it is blank, the person. */
    readonly name?: Template;
    readonly person?: readonly [ColumnName, ColumnName, ColumnName];
    readonly rfc?: ColumnName;
    readonly register?: { readonly id: Template; readonly scheme: string };
    /** A ready identifier, as of a purchasing unit. */
    readonly identifier?: { readonly id: Template; readonly scheme: string };
    /** Further members of the party, as `address` or `details`. */
    readonly details?: ObjectTemplate;
  };
}

/** The body that the upload names as the one the file is about, where the file does not say it. */
export interface BuyerTemplate {
  readonly $buyer: readonly string[];
}

export interface DocumentTemplate {
  readonly $document: string;
  readonly title: string;
  readonly url: ColumnName;
  readonly date?: ColumnName;
}

export interface ObjectTemplate {
  readonly [member: string]: Template;
}

/**
 * An item of a list; with `$each`, one for every row of the child sheet that belongs to the row; with `$split`, one for
 * every part of a cell that lists several, each seeing its part in the place of the cell.
 */
export type ItemTemplate = Template & { readonly $each?: string; readonly $split?: ColumnName };

export type Template =
  Leaf | ValueTemplate | PartyTemplate | BuyerTemplate | DocumentTemplate | ObjectTemplate | readonly ItemTemplate[];

/** How a column is found: its header, or several headers it may have; compared without accents, case and punctuation. */
export interface ColumnRule {
  readonly headers: readonly string[];
  readonly required: boolean;
}

export interface ChildTable {
  /** The column of the parent that holds the number of the child rows; its header names the sheet, as `Tabla_492838`. */
  readonly column: ColumnName;
  readonly columns: ReadonlyMap<ColumnName, ColumnRule>;
}

/** A cell that must not be blank, or the process is held. */
export interface MandatoryCell {
  readonly column: ColumnName;
  /** Only in rows that have something here. */
  readonly with?: ColumnName;
  /** Not in rows that have something in one of these, such as the note in which a format lets a gap be explained. */
  readonly unless: readonly ColumnName[];
}

/** How the rows of one kind of file become releases. Data: `schemas/profiles/*.yaml`. */
export interface TableProfile {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly source: string;
  readonly kind: 'table';
  /** What rows become: pieces of processes, or entries of the supplier register. */
  readonly output: 'releases' | 'register';
  /** Rows, from the first, among which the header is looked for. */
  readonly headerWithin: number;
  readonly columns: ReadonlyMap<ColumnName, ColumnRule>;
  readonly children: ReadonlyMap<string, ChildTable>;
  /** Columns in which what cannot be read holds the process. */
  readonly essential: ReadonlySet<ColumnName>;
  readonly mandatory: readonly MandatoryCell[];
  readonly codes: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The texts of each code list as they are written, where it knows whole texts only. */
  readonly catalogues: ReadonlyMap<string, readonly string[]>;
  /** The process a row belongs to. */
  readonly process: {
    readonly number: Template;
    /** When the source last changed the row. */
    readonly reported?: ColumnName;
  };
  /** Rows in which this column has one of these values are not procurement and are left out, counted. */
  readonly skip: readonly {
    readonly column: ColumnName;
    readonly values: readonly string[];
    readonly reason: string;
  }[];
  readonly release: ObjectTemplate;
  readonly extensions: readonly string[];
}

/** Texts of the source and the codes they stand for. */
export interface CodeRule {
  /** Folded, as `findCode` reads them. */
  readonly codes: ReadonlyMap<string, string>;
  /** Member beside it that gets the text, where it says nothing yet; as `title` for a document. */
  readonly keep?: string;
}

/** Texts that the source cuts off. */
export interface CutRule {
  readonly paths: readonly string[];
  /** Characters a text has when it was cut. */
  readonly at: number;
}

/** The stage that the state's system writes beside the data. */
export interface StageRule {
  /** Of the five stages, from planning to implementation. */
  readonly names: readonly string[];
  /** Description of a corrected stage; `{label}` and `{description}` are what the source wrote. */
  readonly says: string;
}

/**
 * How releases that a source already publishes as OCDS are brought in order. Paths are generic, as
 * `tender/documents/documentType`; one that begins with `*` stands for all that end so.
 */
export interface OcdsProfile {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly source: string;
  readonly kind: 'ocds';
  /** Applies the repairs of `libs/ocds` first. */
  readonly repair: boolean;
  /** Brings what is of OCDS 1.0 to 1.1. */
  readonly upgrade: boolean;
  /** Extensions whose fields the source uses without declaring them. */
  readonly extensions: readonly string[];
  /** Members that are no data, as a leaked database key. */
  readonly drop: readonly string[];
  /** Local members that the standard has a name for, which is that of a member beside them. */
  readonly rename: ReadonlyMap<string, string>;
  readonly codes: ReadonlyMap<string, CodeRule>;
  /** Members that are web addresses. */
  readonly addresses: readonly string[];
  /** By path of addresses, the path of the member that keeps what is written there and is none. */
  readonly texts: ReadonlyMap<string, string>;
  readonly emails?: CutRule;
  /** Describes once an organisation that the source describes once per role. */
  readonly joinParties: boolean;
  /** By path of a reference to an organisation, the role this one has in `parties`. */
  readonly roles: ReadonlyMap<string, string>;
  readonly stage?: StageRule;
  /** `content`: a release gets the tags of stages that it has data of beyond those it is tagged with. */
  readonly tags: 'keep' | 'content';
  /** `prefix`: an ocid without a registered prefix gets the publisher's. */
  readonly ocid: 'keep' | 'prefix';
  /** `content`: a release gets an id of its content, where the source gives every release of a process the same. */
  readonly ids: 'keep' | 'content';
}

export type Profile = TableProfile | OcdsProfile;
