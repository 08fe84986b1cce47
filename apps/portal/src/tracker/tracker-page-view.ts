import type { Measured, PublishedFigures } from '#metrics';
import type { LinkHealth } from '#links';
import type { Measurement } from '#tracker';
import type { PlanSummary, TrackerView } from '#tracking';
import type { SiteView } from '../views.js';

/** What every page of the tracker is told. */
export interface TrackerPageView {
  readonly site: SiteView;
  readonly tracker: TrackerView;
  readonly plans: readonly PlanSummary[];
  /** The plan of addresses that name none. */
  readonly ownPlan: string;
  /** What the metrics say, by commitment; they measure today, so there are none of a past day. */
  readonly measurements: ReadonlyMap<string, Measurement>;
  /** Whether links of evidence answer, by address; of a past day nothing is told. */
  readonly links: ReadonlyMap<string, LinkHealth>;
  /** ISO day that the page is about: today, or the one asked for. */
  readonly today: string;
}

/** What the page of the measured commitment is told besides. */
export interface MeasuredPageView extends TrackerPageView {
  readonly measured: readonly Measured[];
  readonly figures: PublishedFigures;
  /** ISO day that was asked for: the past is not measured, and the page tells of today. */
  readonly dayRefused?: string | undefined;
}
