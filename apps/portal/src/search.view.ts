import type { AlertTarget } from './alerts/alert-target.js';
import type { ItemLine, ItemStory, Side } from '#ocds';
import type { ActiveFilter, FacetGroup, FeedLink, ResultRow, SiteView, SortChoice, Total } from './views.js';

export interface SearchView {
  readonly site: SiteView;
  readonly query: string;
  readonly rows: readonly ResultRow[];
  readonly total: Total;
  /** Position of the first row, from 1; keyset pages may not know it. */
  readonly first?: number;
  readonly previous?: string;
  readonly next?: string;
  readonly facets?: readonly FacetGroup[];
  /** Only the newest matches were counted. */
  readonly facetsCapped?: boolean;
  /** Filters in force, each with the address that takes it off. */
  readonly filters?: readonly ActiveFilter[];
  /** Filters in force as form fields, so that a new query keeps them. */
  readonly kept?: readonly { readonly name: string; readonly value: string }[];
  readonly sorts?: readonly SortChoice[];
  /** Limits of the amount in force, as decimal text in `currency`. */
  readonly amounts?: { readonly min?: string; readonly max?: string; readonly currency: string };
  /** The same result as files. */
  readonly downloads?: readonly { readonly format: 'csv' | 'xlsx' | 'json'; readonly href: string }[];
  /** What is new in this result, to follow. */
  readonly feeds?: readonly FeedLink[];
  /** The same, by mail. */
  readonly alert?: AlertTarget;
  /** What else could be asked, where nothing was found. */
  readonly help?: SearchHelp;
}

/** Ways out of an empty result; each finds something. */
export interface SearchHelp {
  /** The query with misspelt words mended. */
  readonly spelling?: { readonly query: string; readonly total: Total; readonly href: string };
  /** The same query with one filter less. */
  readonly fewer: readonly { readonly filter: ActiveFilter; readonly total: Total }[];
  /** Suppliers and buyers that are called like that. */
  readonly parties: readonly {
    readonly side: Side;
    readonly id: string;
    readonly name: string;
    readonly processes: number;
  }[];
}

/** What is bought: the lines of processes that have the words that were searched. */
export interface ItemsView {
  readonly site: SiteView;
  readonly query: string;
  /** Process by process, the newest first. */
  readonly found: readonly FoundItems[];
  readonly next?: string;
}

export interface FoundItems {
  readonly ocid: string;
  readonly title?: string;
  readonly localNumber?: string;
  readonly buyer?: string;
  readonly date?: string;
  /** Where the lines were told. */
  readonly from: ItemStory['from'];
  readonly lines: readonly ItemLine[];
  /** How many more lines of it have the words. */
  readonly more: number;
}
