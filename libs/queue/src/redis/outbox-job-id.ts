/** Where a committed job waits until it is done. */
export interface OutboxKey {
  readonly id: string;
  readonly token: string;
}

/**
 * The fixed id under which Redis knows an outbox row, so that adding it twice adds it once. The token keeps a row apart
 * from one with the same number in a database that was restored from a backup.
 */
export function toJobId({ id, token }: OutboxKey): string {
  return `outbox-${id}-${token}`;
}

/** The row of a job, or undefined when the job did not come from the outbox. */
export function toOutboxKey(jobId: string): OutboxKey | undefined {
  const [, id, token] = /^outbox-(\d+)-([0-9a-f-]{36})$/.exec(jobId) ?? [];
  return id && token ? { id, token } : undefined;
}
