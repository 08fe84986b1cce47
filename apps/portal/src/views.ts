import type { LinkHealth } from '#links';
import type {
  Bilingual,
  DictionaryObject,
  JsonObject,
  Money,
  MoneyStage,
  Outcome,
  Release,
  ReleaseDifference,
  Side,
  Stage,
} from '#ocds';
import type { FacetName, SupplierStanding } from '#search';
import type { AlertTarget } from './alerts/alert-target.js';
import type { Language } from './locale.js';
import type { ReadingName } from './reading/reading-pages.js';

/*
 * What a page is told. Plain data, no functions: dates are RFC 3339 text, amounts decimal text, addresses ready to link.
 * Addresses inside the site are given in Spanish form (`/procesos?q=…`); pages put `/en` in front where it belongs.
 */

/** What every page needs to know about the site it stands on. */
export interface SiteView {
  readonly language: Language;
  /**
   * Demonstration data is loaded, which every page says: nothing else is (`all`), real data stand beside it (`mixed`),
   * the page is about something real (`elsewhere`), or about a plan that is real and measured with them (`plan`).
   */
  readonly demo: false | 'all' | 'mixed' | 'elsewhere' | 'plan';
  /** Scheme and host for canonical addresses, without a slash at the end. */
  readonly origin: string;
  /** When anything published last changed. */
  readonly updatedAt?: string;
  /** Appended to the addresses of assets so that caches let go of old ones. */
  readonly assetVersion?: string;
  /** Mail goes out, so that alerts may be offered. */
  readonly mail?: boolean;
}

/** A process in a list. */
export interface ResultRow {
  readonly ocid: string;
  readonly localNumber?: string;
  readonly title?: string;
  readonly buyer?: string;
  readonly stage?: Stage;
  /** `tender.status` code: tells a tender that is over from one that is open. */
  readonly tenderStatus?: string;
  /** How it ended, where it has. */
  readonly outcome?: Outcome;
  /** `procurementMethod` code, and the publisher's own words for it. */
  readonly method?: string;
  readonly methodDetails?: string;
  /** Names of those who won. */
  readonly suppliers?: readonly string[];
  /** One amount and the stage it belongs to. */
  readonly amount?: Money & { readonly stage: MoneyStage };
  /** The date of the latest release. */
  readonly date?: string;
  /** End of the tender period, for tenders that are open. */
  readonly deadline?: string;
  readonly snippet?: readonly SnippetPart[];
}

/** A stretch of the text that matched; `hit` marks the words that were searched. */
export interface SnippetPart {
  readonly text: string;
  readonly hit: boolean;
}

export interface HomeCounts {
  readonly processes: number;
  readonly releases: number;
  readonly buyers: number;
  readonly suppliers: number;
}

/** A year in figures. Sums come one per currency. */
export interface YearFigures {
  readonly year: number;
  /** The rows behind the figures. */
  readonly href?: string;
  readonly processes: number;
  readonly directAwards?: number;
  readonly awarded: readonly Money[];
  readonly contracted: readonly Money[];
}

export interface FeedLink {
  readonly format: 'atom' | 'json' | 'ical';
  readonly href: string;
}

/** `capped`: counting stopped there, the truth is "more than". */
export interface Total {
  readonly value: number;
  readonly capped?: boolean;
}

export interface FacetGroup {
  readonly name: FacetName;
  readonly options: readonly FacetOption[];
}

/** `value` is a code where the facet has codes (the page labels it) and a plain name, number or year otherwise. */
export interface FacetOption {
  readonly value: string;
  readonly label?: string;
  readonly count: number;
  readonly href: string;
  readonly active?: boolean;
}

export interface ActiveFilter {
  readonly name:
    | FacetName
    | 'reached'
    | 'participant'
    | 'offers'
    | 'min'
    | 'max'
    | 'amountStage'
    | 'awardedFrom'
    | 'awardedTo'
    | 'items';
  readonly value: string;
  readonly label?: string;
  readonly removeHref: string;
}

export interface SortChoice {
  readonly by: 'relevance' | 'date' | 'amount';
  readonly href: string;
  readonly active?: boolean;
}

export interface ProcessView {
  readonly site: SiteView;
  readonly ocid: string;
  /** The compiled release, as stored. */
  readonly release: Release;
  /** The versioned release, where there is a contract whose past may be told. */
  readonly versioned?: JsonObject;
  /** Its releases, oldest first. */
  readonly releases: readonly ReleaseLine[];
  readonly localNumber?: string;
  /** `contact`: whom to write to, where somebody is named. */
  readonly publisher?: { readonly id: string; readonly name: string; readonly contact?: string };
  readonly sources: readonly SourceFile[];
  readonly findings: FindingsView;
  /** Whether links of its documents answer, by address. */
  readonly links?: ReadonlyMap<string, LinkHealth>;
  /** Who in it has a page. */
  readonly parties?: readonly PartyPage[];
  /** The release after which the process stood like this; absent: it is as it is now. */
  readonly asOf?: ReleaseLine;
}

/** The page of somebody whom a process names so. */
export interface PartyPage {
  readonly side: Side;
  readonly name: string;
  readonly id: string;
}

export interface ReleaseLine {
  readonly id: string;
  /** As the publisher dated it. */
  readonly date?: string;
  readonly tags: readonly string[];
  /** By the clock of this platform. */
  readonly receivedAt?: string;
}

/** A file the process came from; `pointer` is the place inside it (sheet and row, or JSON pointer). */
export interface SourceFile {
  readonly name: string;
  readonly sha256: string;
  readonly pointer?: string;
  readonly receivedAt: string;
}

/** `shown` may be a part of `total`. */
export interface FindingsView {
  /** Nothing in them has to be mended. */
  readonly onlyNotes?: boolean;
  readonly total: number;
  readonly shown: readonly Finding[];
}

/** What a check found wrong, where, and what to do about it. */
export interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly pointer?: string;
  readonly path?: string;
  readonly message: Bilingual;
  readonly remedy?: Bilingual;
}

/**
 * A page instead of the one asked for. 400: `detail` says what was wrong with the request; 404: nothing here;
 * 410: `withdrawal` says why a process is no longer shown; 500: our fault.
 */
export interface ErrorView {
  readonly site: SiteView;
  readonly status: 400 | 403 | 404 | 410 | 429 | 500 | 503;
  readonly detail?: string;
  readonly ocid?: string;
  readonly withdrawal?: Withdrawal;
}

export interface Withdrawal {
  readonly date: string;
  readonly reason: string;
  /** Article or agreement that it rests on. */
  readonly legalGround?: string;
  readonly by?: string;
}

/** Suppliers or buyers, in a list that can be searched by name or number. */
export interface PartyListView {
  readonly site: SiteView;
  readonly side: Side;
  readonly query: string;
  readonly year?: number;
  readonly total: Total;
  readonly rows: readonly PartyLine[];
  readonly previous?: string;
  readonly next?: string;
}

export interface PartyLine {
  readonly id: string;
  readonly name: string;
  readonly processes: number;
  /** Awards in force; of suppliers. */
  readonly won?: number;
  readonly money: readonly Money[];
  readonly firstYear?: number;
  readonly lastYear?: number;
}

/** A supplier or a buyer in full. */
export interface PartyView {
  readonly site: SiteView;
  readonly side: Side;
  readonly id: string;
  readonly name: string;
  /** Other names it is written with. */
  readonly names: readonly string[];
  /** Identifiers that lead here. */
  readonly keys: readonly string[];
  readonly processes: number;
  readonly offered: number;
  readonly won: number;
  /** Awards that were cancelled, or led to nothing. */
  readonly lost: number;
  /** Contracted where that is told, else awarded. */
  readonly money: readonly Money[];
  readonly firstYear?: number;
  readonly lastYear?: number;
  readonly years: readonly YearFigures[];
  readonly stages: readonly Share[];
  readonly methods: readonly Share[];
  readonly counterparts: readonly CounterpartLine[];
  /** Days between award and publication, the median of the processes that tell both. */
  readonly lag?: { readonly median: number; readonly processes: number };
  /** Processes published longest after their award; of buyers. */
  readonly late: readonly { readonly title: string; readonly href: string; readonly days: number }[];
  /** Processes with an award that was cancelled or came to nothing; of suppliers. */
  readonly undone: readonly { readonly title: string; readonly href: string }[];
  /** Processes that are published with errors; of buyers. */
  readonly invalid: number;
  /** What registers and lists say; of suppliers. */
  readonly standing?: SupplierStanding;
  readonly latest: readonly ResultRow[];
  /** All its processes. */
  readonly allHref: string;
  readonly downloads: readonly { readonly format: 'csv' | 'xlsx' | 'json'; readonly href: string }[];
  readonly feeds: readonly FeedLink[];
  readonly alert?: AlertTarget;
}

/** How many of the processes have a code; `code` is absent where the source does not tell. */
export interface Share {
  readonly code?: string;
  readonly processes: number;
  readonly href?: string;
}

export interface CounterpartLine {
  readonly id: string;
  readonly name: string;
  readonly processes: number;
  readonly awards: number;
  /** Pesos. */
  readonly money?: Money;
  /** Their processes together. */
  readonly href: string;
}

/** Tenders that take offers, the nearest deadline first. */
export interface OpenTendersView {
  readonly site: SiteView;
  readonly rows: readonly ResultRow[];
  readonly capped: boolean;
  readonly category?: string;
  readonly min?: string;
  readonly max?: string;
  readonly feeds: readonly FeedLink[];
  /** The same, by mail. */
  readonly alert?: AlertTarget;
}

/** What changed in a process between two of its releases. */
export interface ChangesView {
  readonly site: SiteView;
  readonly ocid: string;
  readonly title?: string;
  /** Oldest first. */
  readonly releases: readonly ReleaseLine[];
  /** Id of a release; absent: before the first. */
  readonly from?: string;
  readonly to: string;
  /** Absent: one of the two is not of this process. */
  readonly differences?: readonly ReleaseDifference[];
}

/** A page to be read. */
export interface ReadingView {
  readonly site: SiteView;
  readonly name: ReadingName;
  /** Who publishes here; on the page of the policy. */
  readonly publishers?: readonly PublisherLine[];
}

export interface PublisherLine {
  readonly name: string;
  readonly uri?: string;
  readonly ocidPrefix: string;
  readonly policy: 'hold' | 'publish-marked';
  readonly contact?: { readonly name?: string; readonly email?: string; readonly phone?: string };
  readonly license?: string;
}

/** What can be taken away whole. */
export interface DownloadsView {
  readonly site: SiteView;
  readonly counts: HomeCounts;
  /** Newest first; null: of no known year. */
  readonly years: readonly { readonly year: number; readonly processes: number }[];
}

/** The fields of the data, object by object. */
export interface DictionaryView {
  readonly site: SiteView;
  readonly objects: readonly DictionaryObject[];
}
