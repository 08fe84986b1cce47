import type { EntityManager } from 'typeorm';
import { reportFrom, type StatusEvent } from '#tracker';

interface Row {
  readonly year: number;
  readonly version: number;
  readonly seq: number;
  readonly document: string;
  readonly hash: string;
}

/** Issued reports that are no longer what their line tells, that have none, or that are gone. */
export async function issuedFaults(manager: EntityManager, planId: string, log: readonly StatusEvent[]) {
  const rows = (await manager.query(
    'SELECT year, version, seq, document, hash FROM tracker_issued_report WHERE plan_id = $1 ORDER BY 1, 2',
    [planId],
  )) as readonly Row[];
  const lines = log.filter(({ entity }) => entity === 'issued-report');
  const faults = rows.flatMap(({ year, version, seq, document, hash }) => {
    const name = `informe-anual-${year}-v${version}`;
    const line = lines.find((one) => one.seq === seq);
    if (line?.entityId !== name) return [`${planId} ${name}: no tiene renglón`];
    return line.to === hash && reportFrom(document).hash === hash ? [] : [`${planId} ${name}: se alteró`];
  });
  const kept = new Set(rows.map(({ seq }) => seq));
  const gone = lines.filter(({ seq }) => !kept.has(seq)).map(({ entityId }) => `${planId} ${entityId}: falta`);
  return { looked: rows.length, faults: [...faults, ...gone] };
}
