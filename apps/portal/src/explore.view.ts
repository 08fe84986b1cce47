import type { SiteView } from './views.js';

/** A question put to the data, and its answer as a chart. */
export interface ChartView {
  readonly id: ChartName;
  readonly bars: readonly ChartBar[];
  /** What the title says: the figures that the wording of the chart has holes for. Absent: too little is known. */
  readonly finding?: Readonly<Record<string, string | number>>;
}

export type ChartName = 'spending' | 'direct' | 'buyers' | 'offers' | 'days';

export interface ChartBar {
  /** A year, a name, or a number of offers. */
  readonly label: string;
  /** How long it is drawn, against the others. */
  readonly value: number;
  /** The figure beside it, ready to read. */
  readonly said: string;
  /** What the figure is counted from, where that is something else. */
  readonly of?: number;
  /** The rows behind it. */
  readonly href?: string;
}

export interface ExploreView {
  readonly site: SiteView;
  readonly charts: readonly ChartView[];
  /** The change up to which they are counted; whether that is all there is. */
  readonly counted: { readonly position: number; readonly current: boolean };
}
