import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { createOutboundGuard, type Resolve } from '#outbound';
import { type Look, lookAt } from './look-at.js';

export interface LinkCheckOptions {
  /** Names, addresses and networks of the inside that may be asked. */
  readonly allow: readonly string[];
  /** Links asked at most. */
  readonly most: number;
  /** Between two questions to one server, in milliseconds. */
  readonly pauseMs?: number;
  readonly now?: () => Date;
  readonly resolve?: Resolve | undefined;
  readonly signal?: AbortSignal | undefined;
}

interface Due {
  readonly hash: Buffer;
  readonly url: string;
  readonly host: string;
  readonly sha256: string | null;
}

const WEEK = `interval '7 days'`;
/** Of one server in one run; the rest wait for the next. */
const MOST_OF_HOST = 20;
/** Servers asked at once. */
const LANES = 4;

/**
 * Asks the links that are due, a week after the last time or a day where they failed; one server gets one question at a
 * time. Where two servers or more were asked and none was reached, it is our network that is down: nothing is told.
 *
 * @returns how many were asked, and how many of them fail
 */
export async function checkLinks(dataSource: DataSource, options: LinkCheckOptions) {
  const { allow, most, pauseMs = 2_000, now = () => new Date(), resolve, signal } = options;
  const guard = createOutboundGuard([...allow], resolve);
  const hosts = byHost(await claim(dataSource, most, now()));
  const looks: (readonly [Due, Look])[] = [];
  const waiting = [...hosts.values()];
  await Promise.all(Array.from({ length: LANES }, lane));
  const reached = looks.some(([, { status }]) => status !== null);
  if (!reached && hosts.size > 1) return { asked: 0, failing: 0 };
  for (const [due, look] of looks) await tell(dataSource, due, look, now());
  return { asked: looks.length, failing: looks.filter(([, { fault }]) => fault !== null).length };

  async function lane(): Promise<void> {
    for (let links = waiting.pop(); links; links = waiting.pop())
      for (const [n, due] of links.entries()) {
        if (signal?.aborted) return;
        if (n > 0) await pause(pauseMs, undefined, { signal }).catch(() => {});
        const look = await lookAt(guard, due.url, { compares: due.sha256 !== null, signal });
        if (look) looks.push([due, look]);
      }
  }
}

function byHost(due: readonly Due[]): ReadonlyMap<string, readonly Due[]> {
  const hosts = new Map<string, Due[]>();
  for (const one of due) hosts.set(one.host, [...(hosts.get(one.host) ?? []), one]);
  return hosts;
}

/** Those that nothing shows any more are not asked. Whoever takes a link keeps others from it for an hour. */
const CLAIM = `
WITH due AS (
  SELECT url_hash, row_number() OVER (PARTITION BY host ORDER BY next_at, url_hash) AS turn FROM link_check
   WHERE next_at <= $1 AND seen_at > $1::timestamptz - interval '60 days'),
chosen AS (
  SELECT l.url_hash FROM link_check l JOIN due ON due.url_hash = l.url_hash AND due.turn <= ${MOST_OF_HOST}
   WHERE l.next_at <= $1 ORDER BY l.next_at LIMIT $2 FOR UPDATE OF l SKIP LOCKED)
UPDATE link_check l SET next_at = $1::timestamptz + interval '1 hour' FROM chosen WHERE l.url_hash = chosen.url_hash
RETURNING l.url_hash AS hash, l.url, l.host, l.sha256`;

async function claim(dataSource: DataSource, most: number, now: Date): Promise<readonly Due[]> {
  const [rows] = (await dataSource.query(CLAIM, [now, most])) as [Due[], number];
  return rows;
}

const TELL = `
UPDATE link_check SET checked_at = $2, http_status = $3, fault = $4,
  failing_since = CASE WHEN $4::text IS NULL THEN NULL ELSE coalesce(failing_since, $2) END,
  changed_since = CASE WHEN $4::text IS NOT NULL OR $5::text IS NULL THEN changed_since
    WHEN $5 = sha256 THEN NULL ELSE coalesce(changed_since, $2) END,
  next_at = $2::timestamptz + CASE WHEN $4::text IS NULL THEN ${WEEK} ELSE interval '1 day' END
 WHERE url_hash = $1`;

async function tell(dataSource: DataSource, { hash }: Due, { status, fault, sha256 }: Look, now: Date): Promise<void> {
  await dataSource.query(TELL, [hash, now, status, fault, sha256]);
}
