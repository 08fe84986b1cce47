import { DataSource } from 'typeorm';
import { Batch } from './entities/batch.entity.js';
import { Publisher } from './entities/publisher.entity.js';
import { CreateStore1763800000000 } from './migrations/1763800000000-create-store.js';

/**
 * The store, connected.
 *
 * @param url PostgreSQL connection string (15 or newer); a socket directory may stand in its `host` parameter.
 * @param poolSize most connections held at once.
 * @throws the driver's error when the server cannot be reached.
 */
export function openDataSource(url: string, poolSize = 10): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [Publisher, Batch],
    migrations: [CreateStore1763800000000],
    migrationsTableName: 'store_migration',
    // TypeORM prints failing statements with their parameters, which hold what publishers sent.
    logging: false,
    poolSize,
    applicationName: 'c7',
    extra: { keepAlive: true },
  }).initialize();
}
