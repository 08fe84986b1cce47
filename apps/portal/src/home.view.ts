import type { Lanes } from '#tracker';
import type { Day, Money } from '#ocds';
import type { HomeCounts, ResultRow, SiteView, YearFigures } from './views.js';

export interface HomeView {
  readonly site: SiteView;
  readonly counts: HomeCounts;
  readonly latest: readonly ResultRow[];
  readonly open: readonly ResultRow[];
  readonly awarded?: AwardedView;
  /** The newest year. */
  readonly year?: YearView;
  /** Newest first. */
  readonly years: readonly YearFigures[];
  /** What is said of the commitment that this platform keeps, and where more of it is. */
  readonly commitment?: { readonly number: number; readonly lanes: Lanes; readonly href: string };
}

/** What was awarded in a week, the last one first; days in UTC. */
export interface AwardedView {
  readonly from: Day;
  readonly until: Day;
  /** It is this week, not the last one in which anything was awarded. */
  readonly current: boolean;
  readonly rows: readonly ResultRow[];
  /** All of that week. */
  readonly href: string;
}

/** A year in four figures. Each address finds as many rows as the figure says. */
export interface YearView {
  readonly year: number;
  readonly processes: number;
  readonly processesHref: string;
  /** Without competition. */
  readonly direct: number;
  readonly directHref: string;
  /** One sum a currency, and the processes that it adds up. */
  readonly contracted: readonly { readonly money: Money; readonly processes: number; readonly href: string }[];
  readonly suppliers: number;
  readonly suppliersHref: string;
}
