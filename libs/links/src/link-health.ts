import type { DataSource } from 'typeorm';
import { linkKey } from './link-key.js';

/** What the last look at a link found. */
export interface LinkHealth {
  /** ISO instant. */
  readonly checkedAt: string;
  /** HTTP status; null where nothing answered. */
  readonly httpStatus: number | null;
  /** Code of `OutboundError`; null where it answered well. */
  readonly fault: string | null;
  /** ISO instant of the first look, of those since it last answered, that found it wanting. */
  readonly failingSince: string | null;
  /** ISO instant of the look since which it holds another thing than the copy that is kept. */
  readonly changedSince: string | null;
}

const HEALTH = `
SELECT url, checked_at AS "checkedAt", http_status AS "httpStatus", fault, failing_since AS "failingSince",
       changed_since AS "changedSince"
  FROM link_check WHERE url_hash = ANY ($1::bytea[]) AND checked_at IS NOT NULL`;

/** What is known of some links, by the address as it was given; of those never looked at nothing is. */
export async function linkHealth(
  { manager }: Pick<DataSource, 'manager'>,
  urls: readonly string[],
): Promise<ReadonlyMap<string, LinkHealth>> {
  const keys = urls.flatMap((url) => linkKey(url) ?? []);
  if (keys.length === 0) return new Map();
  const hashes = keys.map(({ hash }) => hash);
  const rows = (await manager.query(HEALTH, [hashes])) as Row[];
  const known = new Map(rows.map((row) => [row.url, healthOf(row)]));
  return new Map(
    urls.flatMap((url) => {
      const found = known.get(linkKey(url)?.href ?? '');
      return found ? [[url, found] as const] : [];
    }),
  );
}

interface Row {
  readonly url: string;
  readonly checkedAt: Date;
  readonly httpStatus: number | null;
  readonly fault: string | null;
  readonly failingSince: Date | null;
  readonly changedSince: Date | null;
}

function healthOf({ checkedAt, httpStatus, fault, failingSince, changedSince }: Row): LinkHealth {
  return {
    checkedAt: checkedAt.toISOString(),
    httpStatus,
    fault,
    failingSince: failingSince?.toISOString() ?? null,
    changedSince: changedSince?.toISOString() ?? null,
  };
}
