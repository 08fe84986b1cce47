import type { DataSource } from 'typeorm';
import type { LagFigures, PublishedFigures } from '#metrics';

/** A reader of the figures sees what was published up to this long ago. */
const FRESH_MS = 60_000;

interface Kept {
  readonly head: string;
  readonly at: number;
  readonly figures: Promise<PublishedFigures>;
}

const KEPT = new WeakMap<DataSource, Kept>();

/**
 * What is published, counted. Counting reads everything: the result is kept for a minute, and after that until something
 * is published or the day ends. Whoever asks meanwhile waits for the same counting.
 */
export async function publishedFigures(dataSource: DataSource): Promise<PublishedFigures> {
  const now = Date.now();
  const kept = KEPT.get(dataSource);
  if (kept && now - kept.at < FRESH_MS) return kept.figures;
  const head = `${await headOf(dataSource)} ${new Date(now).toISOString().slice(0, 10)}`;
  if (kept?.head === head) return kept.figures;
  const figures = countPublished(dataSource);
  KEPT.set(dataSource, { head, at: now, figures });
  figures.catch(() => KEPT.delete(dataSource));
  return figures;
}

async function headOf(dataSource: DataSource): Promise<string> {
  // Rows that an older version of the program wrote lack what is counted here, until they are written anew.
  const [row] = (await dataSource.query(
    `SELECT position || ' ' || coalesce((SELECT min(search_version) FROM process), 0) AS head FROM change_head`,
  )) as { head: string }[];
  return row!.head;
}

/** Counts what is published, now, all of it of one moment. */
export async function countPublished(dataSource: DataSource): Promise<PublishedFigures> {
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    const rows = <Row>(sql: string) => manager.query(sql) as Promise<Row[]>;
    const [releases] = await rows<ReleaseCounts>(RELEASES);
    const [processes] = await rows<ProcessCounts>(PROCESSES);
    const [lags] = await rows<Record<'awardLag' | 'contractLag', LagFigures>>(LAGS);
    const years = await rows<PublishedFigures['years'][number]>(YEARS);
    const methods = await rows<PublishedFigures['methods'][number]>(METHODS);
    const contractSums = await rows<PublishedFigures['contractSums'][number]>(CONTRACT_SUMS);
    return { ...releases!, ...processes!, ...lags!, years, methods, contractSums };
  });
}

type ReleaseCounts = Pick<
  PublishedFigures,
  'asOf' | 'datasetHash' | 'releases' | 'validReleases' | 'latestRelease' | 'demonstration'
>;

const UTC = (instant: string) => `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const RELEASES = `
SELECT ${UTC('now()')} AS "asOf",
       encode(sha256(convert_to(coalesce(string_agg(ocid || E'\\t' || id || E'\\n', '' ORDER BY ocid COLLATE "C", id COLLATE "C"), ''), 'UTF8')), 'hex') AS "datasetHash",
       count(*)::int AS releases, count(*) FILTER (WHERE valid)::int AS "validReleases",
       ${UTC('max(date) FILTER (WHERE isfinite(date))')} AS "latestRelease",
       EXISTS (SELECT FROM publisher p WHERE p.demonstration AND EXISTS (SELECT FROM process WHERE publisher_id = p.id)) AS demonstration
  FROM release WHERE state = 'published'`;

type ProcessCounts = Pick<
  PublishedFigures,
  | 'processes'
  | 'stages'
  | 'contracts'
  | 'awarded'
  | 'awardedToSomebody'
  | 'buyers'
  | 'activeBuyers'
  | 'followed'
  | 'medianReleases'
  | 'mostReleases'
>;

const STAGE_COUNTS = ['planning', 'tender', 'award', 'contract', 'implementation']
  .map((stage) => `'${stage}', count(*) FILTER (WHERE stage = '${stage}')`)
  .join(', ');

const PROCESSES = `
SELECT count(*)::int AS processes, json_build_object(${STAGE_COUNTS}) AS stages,
       coalesce(sum(contracts), 0)::int AS contracts,
       count(*) FILTER (WHERE awards > 0)::int AS awarded,
       count(*) FILTER (WHERE awards > 0 AND cardinality(suppliers) > 0)::int AS "awardedToSomebody",
       count(DISTINCT coalesce(buyer_id, buyer_name))::int AS buyers,
       count(DISTINCT coalesce(buyer_id, buyer_name)) FILTER (WHERE date > now() - interval '12 months')::int AS "activeBuyers",
       count(*) FILTER (WHERE release_count > 1)::int AS followed,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY release_count)::int AS "medianReleases",
       max(release_count)::int AS "mostReleases"
  FROM process`;

const YEARS = `
SELECT year, count(*)::int AS processes FROM process WHERE year IS NOT NULL GROUP BY year ORDER BY year DESC`;

const METHODS = `
SELECT method, count(*)::int AS processes FROM process GROUP BY method ORDER BY processes DESC, method NULLS LAST`;

const CONTRACT_SUMS = `
SELECT sums.currency, sum(sums.amount)::text AS amount
  FROM process, jsonb_to_recordset(contract_sums) AS sums (currency text, amount numeric)
 GROUP BY sums.currency ORDER BY count(*) DESC, sums.currency NULLS LAST`;

/** First seen: when this platform first published a release of the process that tells of an award or what follows it. */
const LAGS = `
WITH seen AS (
  SELECT ocid, min(published_at) AS first FROM release
   WHERE state = 'published' AND tags && ARRAY['award','awardUpdate','contract','contractUpdate','contractAmendment','implementation','implementationUpdate']
   GROUP BY ocid),
lags AS (
  SELECT ${dayOf('seen.first')} - ${dayOf('p.awarded_on')} AS award, ${dayOf('seen.first')} - ${dayOf('p.signed_on')} AS contract
    FROM process p JOIN seen USING (ocid) WHERE p.awarded_on IS NOT NULL OR p.signed_on IS NOT NULL)
SELECT ${lag('award')} AS "awardLag", ${lag('contract')} AS "contractLag" FROM lags`;

function lag(event: string): string {
  const at = (share: string) => `percentile_disc(${share}) WITHIN GROUP (ORDER BY ${event})`;
  return `json_build_object('processes', count(${event}), 'median', ${at('0.5')}, 'p90', ${at('0.9')})`;
}

/** Days are counted in UTC: everybody who computes them again gets the same. */
function dayOf(instant: string): string {
  return `(${instant} AT TIME ZONE 'UTC')::date`;
}
