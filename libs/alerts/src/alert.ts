import type { ProcessFilters } from '#search';

/** What an alert follows: a search, the open tenders, the processes of a buyer or of a supplier. */
export const TOPICS = ['search', 'open', 'buyer', 'supplier'] as const;
export type Topic = (typeof TOPICS)[number];

export const FREQUENCIES = ['daily', 'weekly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** What somebody wants to be told of. */
export interface AlertTerms {
  readonly topic: Topic;
  readonly filters: ProcessFilters;
  readonly frequency: Frequency;
  readonly language: 'es' | 'en';
}

/** An alert as its reader sees it. */
export interface Alert extends AlertTerms {
  readonly id: string;
  readonly subscriberId: string;
  /** Null until its reader said that the address is theirs. */
  readonly confirmedAt: Date | null;
}

export const ALERT_COLUMNS = `a.id, a.subscriber_id AS "subscriberId", a.topic, a.filters, a.frequency, a.language,
  a.confirmed_at AS "confirmedAt"`;
