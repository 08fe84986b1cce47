import type { ProcessRow } from '#search';
import type { ResultRow } from '../views.js';

/** A stored search row as a page shows it; what the source does not say stays unsaid. */
export function resultRow(row: ProcessRow): ResultRow {
  return {
    ocid: row.ocid,
    localNumber: row.localNumber ?? undefined,
    title: row.title ?? undefined,
    buyer: row.buyerName ?? undefined,
    stage: row.stage ?? undefined,
    tenderStatus: row.tenderStatus ?? undefined,
    outcome: row.outcome ?? undefined,
    method: row.method ?? undefined,
    methodDetails: row.methodDetails ?? undefined,
    suppliers: row.suppliers,
    amount:
      row.amount !== null && row.amountStage !== null
        ? { amount: row.amount, currency: row.currency ?? undefined, stage: row.amountStage }
        : undefined,
    date: row.date?.toISOString(),
    deadline: isOpen(row) ? row.tenderEnd?.toISOString() : undefined,
  };
}

/** Whether offers can still be made. */
function isOpen({ stage, tenderEnd }: ProcessRow): boolean {
  return stage === 'tender' && tenderEnd !== null && tenderEnd.getTime() > Date.now();
}
