/** A piece of text; what is missing and where something comes from can be told apart by whoever renders it. */
export interface Run {
  readonly text: string;
  readonly style?: 'strong' | 'missing' | 'source';
}

export type Text = readonly Run[];

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Text }
  /** Something to be wary of: an inconsistency, an error corrected. */
  | { readonly kind: 'warning'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly Text[])[];
    };

export interface ReportSection {
  readonly id: string;
  readonly title: string;
  readonly level: number;
  /** The source's contents have this line; the others were added by this platform. */
  readonly inSource: boolean;
  /** Page in the source. */
  readonly page?: number;
  readonly blocks: readonly Block[];
}

/** A number of the report, or why there is none. */
export interface ReportFigure {
  readonly id: string;
  readonly label: string;
  readonly section: string;
  readonly value: number | null;
  readonly qualifier?: string;
  readonly measure?: string;
  /** Of `nullReason`, where there is no value. */
  readonly reason?: string;
  /** Place in the source; absent for what is counted here. */
  readonly locator?: string;
}

/** The annual report, before it is given a form. */
export interface ReportDocument {
  readonly format: 'compromiso7/informe-anual/1';
  readonly language: 'es';
  readonly title: string;
  readonly subtitle: string;
  readonly year: number;
  readonly plan: string;
  /** ISO day of the measurement; absent where nothing was measured. */
  readonly measuredOn?: string;
  readonly sections: readonly ReportSection[];
  readonly figures: readonly ReportFigure[];
  /** SHA-256 of all of the above: two reports with the same hash say the same. */
  readonly hash: string;
}

export function plainText(text: Text): string {
  return text.map((run) => run.text).join('');
}
