import type { ConnectJob, Schedule } from '#queue';
import type { NewConnector } from '../connector.js';

/** The schedule of a connector in the queue of runs. */
export function scheduleOf({ id, when }: Pick<NewConnector, 'id' | 'when'>): Schedule<ConnectJob> {
  return { id, job: { connectorId: id }, when };
}
