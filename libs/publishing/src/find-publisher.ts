import type { DataSource } from 'typeorm';
import { Publisher } from '#database';
import { IngestError } from './ingest-error.js';

/** The publisher with this id. @throws IngestError PUBLISHER_UNKNOWN, listing those that exist. */
export async function findPublisher(dataSource: DataSource, id: string): Promise<Publisher> {
  const publishers = await dataSource.getRepository(Publisher).find({ order: { id: 'ASC' } });
  const found = publishers.find((publisher) => publisher.id === id);
  if (found) return found;
  const known = publishers.map((publisher) => `${publisher.id} (${publisher.ocidPrefix})`).join(', ');
  throw new IngestError(
    'PUBLISHER_UNKNOWN',
    `No hay un publicador «${id}». Los que hay: ${known}.`,
    'Usar uno de ellos, o darlo de alta con: c7 publisher add.',
  );
}
