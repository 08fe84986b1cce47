export { Batch } from './entities/batch.entity.js';
export { Publisher } from './entities/publisher.entity.js';
export type { PublisherPolicy } from './entities/publisher.entity.js';
export { createTestDatabase } from './embedded/test-database.js';
export { EmbeddedServerError } from './embedded/embedded-server-error.js';
export { openEmbeddedServer } from './embedded/open-embedded-server.js';
export { insertRows } from './insert-rows.js';
export { migrateStore } from './migrate-store.js';
export { openDataSource } from './open-data-source.js';
