import type { DataSource, EntityManager } from 'typeorm';
import { type LogHead, type StatusEvent, verifyChain } from '#tracker';
import { issuedFaults } from './annual-report/issued-faults.js';
import { contentFaults } from './store/content-faults.js';
import { loadLog } from './store/load-log.js';

/** One thing that must hold of the tracker, and where it does not. */
export interface TrackerCheck {
  readonly name: string;
  readonly ok: boolean;
  /** How many things were looked at. */
  readonly looked: number;
  /** The first few that are wrong, in words. */
  readonly faults: readonly string[];
}

const MOST_FAULTS = 10;

/**
 * Walks the log of every plan, and sees that what is stored is what its lines tell.
 *
 * @param published ends of logs, by plan, as they were published or kept elsewhere
 */
export async function verifyTracker(
  dataSource: DataSource,
  published: ReadonlyMap<string, LogHead> = new Map(),
): Promise<readonly TrackerCheck[]> {
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    const heads = (await manager.query('SELECT plan_id AS plan, seq, hash FROM tracker_head ORDER BY 1')) as Head[];
    const plans = [...new Set([...heads.map(({ plan }) => plan), ...published.keys()])];
    const logs = new Map<string, readonly StatusEvent[]>();
    for (const plan of plans) logs.set(plan, await loadLog({ manager }, plan));
    const lines = [...logs.values()].flat().length;
    const states = await stateFaults(manager, logs);
    const contents: string[] = [];
    const issued = { looked: 0, faults: [] as string[] };
    for (const [plan, log] of logs) {
      contents.push(...(await contentFaults(manager, plan, log)));
      const found = await issuedFaults(manager, plan, log);
      issued.looked += found.looked;
      issued.faults.push(...found.faults);
    }
    return [
      check('El registro del seguimiento está encadenado y completo', lines, chainFaults(logs, heads, published)),
      check('Cada meta está en el estado que dice su registro', states.looked, states.faults),
      check('Lo registrado del seguimiento es lo que dice su registro', lines, contents),
      check('Cada informe emitido es el que dice su renglón', issued.looked, issued.faults),
    ];
  });
}

interface Head extends LogHead {
  readonly plan: string;
}

function check(name: string, looked: number, faults: readonly string[]): TrackerCheck {
  return { name, ok: faults.length === 0, looked, faults: faults.slice(0, MOST_FAULTS) };
}

function chainFaults(
  logs: ReadonlyMap<string, readonly StatusEvent[]>,
  heads: readonly Head[],
  published: ReadonlyMap<string, LogHead>,
): readonly string[] {
  return [...logs].flatMap(([plan, log]) => {
    const stored = heads.find((head) => head.plan === plan);
    const verdicts = [published.get(plan), stored].map((head) => verifyChain(log, head));
    const broken = verdicts.find((verdict) => !verdict.ok);
    if (broken && !broken.ok) return [`${plan}: ${broken.fault.message.es}`];
    return stored && log.length > stored.seq ? [`${plan}: sobran renglones después del ${stored.seq}.`] : [];
  });
}

async function stateFaults(manager: EntityManager, logs: ReadonlyMap<string, readonly StatusEvent[]>) {
  const rows = (await manager.query(
    `SELECT m.plan_id AS plan, m.id, m.state, coalesce(r.body ->> 'state', 'programada') AS told
       FROM tracker_milestone m JOIN tracker_record r ON r.plan_id = m.plan_id AND r.kind = 'milestones' AND r.id = m.id AND r.version = 1`,
  )) as { plan: string; id: string; state: string; told: string }[];
  const faults = rows.flatMap(({ plan, id, state, told }) => {
    const last = logs.get(plan)?.findLast((line) => line.entityId === id && line.field === 'state')?.to ?? told;
    return last === state ? [] : [`${plan} ${id}: está en «${state}», y su registro dice «${last}»`];
  });
  return { looked: rows.length, faults };
}
