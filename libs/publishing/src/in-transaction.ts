import type { DataSource, EntityManager } from 'typeorm';

/** Runs work in one transaction, and keeps what it did or, as a rehearsal, takes it back. */
export async function inTransaction<Result>(
  dataSource: DataSource,
  { takeBack }: { readonly takeBack: boolean },
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  await using runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    const result = await work(runner.manager);
    await (takeBack ? runner.rollbackTransaction() : runner.commitTransaction());
    return result;
  } catch (error) {
    // A connection that is gone has taken everything back already; the first error tells more than the second.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => {});
    throw error;
  }
}
