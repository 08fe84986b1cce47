import type { Decimal, Stage } from '#ocds';

/**
 * What is published, counted: all that the formulas need. A process is an ocid that is public; its facts are those of
 * its compiled release. Awards and contracts that were cancelled or unsuccessful are left out.
 */
export interface PublishedFigures {
  /** ISO instant at which it was counted. */
  readonly asOf: string;
  /** SHA-256 of the published releases: a line `ocid TAB id LF` each, by ocid and then id, in the order of their bytes. */
  readonly datasetHash: string;
  /** Invented data is among what was counted. */
  readonly demonstration: boolean;
  readonly releases: number;
  readonly validReleases: number;
  /** Instant of the latest release, by its own date; null where there is none. */
  readonly latestRelease: string | null;
  readonly processes: number;
  readonly years: readonly { readonly year: number; readonly processes: number }[];
  /** By OCDS code; null where none is told. */
  readonly methods: readonly { readonly method: string | null; readonly processes: number }[];
  /** By the furthest stage that each reaches. */
  readonly stages: Readonly<Record<Stage, number>>;
  readonly contracts: number;
  /** Value of the contracts, never across currencies; the currency is null where none is told. */
  readonly contractSums: readonly { readonly currency: string | null; readonly amount: Decimal }[];
  /** Processes with an award, and of them those that tell who won. */
  readonly awarded: number;
  readonly awardedToSomebody: number;
  readonly buyers: number;
  /** With a release dated in the twelve months before. */
  readonly activeBuyers: number;
  /** From an award or a signature to the first publication that tells of one, by this platform's clock. */
  readonly awardLag: LagFigures;
  readonly contractLag: LagFigures;
  /** Releases a process: more than one means that it was followed. */
  readonly followed: number;
  readonly medianReleases: number | null;
  readonly mostReleases: number | null;
}

/** Days, over the processes that tell both instants. */
export interface LagFigures {
  readonly processes: number;
  readonly median: number | null;
  readonly p90: number | null;
}
