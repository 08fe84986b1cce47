import type { PgQueryable } from 'bullmq';
import type { TransactionClient } from './job-queues.js';
import { QueueError } from './queue-error.js';

/** The statement runner of the caller's open transaction. @throws QueueError `TRANSACTION_REQUIRED`. */
export function transactionOf(manager: TransactionClient): PgQueryable {
  const runner = manager.queryRunner;
  if (!runner?.isTransactionActive) throw transactionRequired();
  return {
    async query(text, parameters = []) {
      const { records, affected } = await runner.query(text, [...parameters], true);
      return { rows: records, rowCount: affected ?? null };
    },
  };
}

function transactionRequired(): QueueError {
  return new QueueError(
    'TRANSACTION_REQUIRED',
    'Un trabajo solo se encola dentro de la transacción que guarda sus datos.',
    'Llamar a enqueue dentro de dataSource.transaction y con el manager que esta entrega.',
  );
}
