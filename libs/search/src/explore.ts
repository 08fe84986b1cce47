import type { DataSource } from 'typeorm';
import { countExploration, type Exploration } from './count-exploration.js';
import { keepCounted } from './keep-counted.js';

/** The figures of the charts, and what they are true for. */
export interface KeptExploration extends Exploration {
  /** The change up to which they were counted, decimal text. */
  readonly position: string;
  /** False where something was published since: it is being counted. */
  readonly current: boolean;
}

/** Counting that takes no longer than this is done while the reader waits. */
const SHORT_MS = 150;

interface Kept {
  readonly state: string;
  readonly kept: string | null;
  readonly position: string | null;
  readonly tookMs: number | null;
  readonly figures: Exploration | null;
}

/**
 * What the published processes come to, seen from five questions. Of a large store it is told as it was last counted, and
 * counted anew meanwhile; what was counted outlives the program, so that only the first reader there ever was has to wait.
 */
export async function exploreProcesses(dataSource: DataSource): Promise<KeptExploration> {
  const [row] = (await dataSource.query(KEPT)) as [Kept];
  const told = (figures: Exploration, position: string, state: string) => ({
    ...figures,
    position,
    current: state === row.state,
  });
  if (row.figures && row.kept === row.state) return told(row.figures, row.position!, row.kept);
  const counting = keepCounted(dataSource, 'explore', () => count(dataSource));
  if (!row.figures || row.tookMs! <= SHORT_MS) {
    const { figures, position, state } = await counting;
    return told(figures, position, state);
  }
  counting.catch(() => {}); // whoever comes next has it counted again
  return told(row.figures, row.position!, row.kept!);
}

/** What the figures depend on: changes, rows that a newer program writes anew, and sums of parties that are still to be made. */
const STATE = `h.position || ' ' || coalesce((SELECT min(search_version) FROM process), 0) || ' ' || EXISTS (SELECT FROM party_touched)`;

const KEPT = `
SELECT ${STATE} AS state, e.state AS kept, e.position::text AS position, e.took_ms AS "tookMs", e.figures
  FROM change_head h LEFT JOIN exploration e ON true`;

/** Counts and keeps; all of it of one moment. */
async function count(dataSource: DataSource) {
  const begin = performance.now();
  const [of, figures] = await dataSource.transaction('REPEATABLE READ', async (manager) => {
    const [at] = (await manager.query(`SELECT ${STATE} AS state, position::text AS position FROM change_head h`)) as [
      { state: string; position: string },
    ];
    return [at, await countExploration(manager)] as const;
  });
  await dataSource.query(
    `INSERT INTO exploration (state, position, took_ms, figures) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET state = $1, position = $2, took_ms = $3, figures = $4 WHERE exploration.position <= $2`,
    [of.state, of.position, Math.round(performance.now() - begin), JSON.stringify(figures)],
  );
  return { ...of, figures };
}
