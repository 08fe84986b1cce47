/** What a feed tells, before it is written in one format or another. Addresses are absolute, instants RFC 3339. */
export interface Feed {
  readonly title: string;
  readonly subtitle: string;
  /** Its own address, which is also what identifies it. */
  readonly self: string;
  /** The page for people. */
  readonly page: string;
  readonly language: string;
  readonly author: string;
  /** When anything in it last changed. */
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** Stays the same for as long as there is the process. */
  readonly id: string;
  readonly title: string;
  readonly page: string;
  readonly updated: string;
  readonly summary: string;
  readonly author?: string;
  /** Last moment for offers, of a tender that takes them. */
  readonly deadline?: string;
}
