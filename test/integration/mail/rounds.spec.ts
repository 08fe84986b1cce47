import { MailWorker } from '../../../apps/worker/src/mail.worker.js';
import type { TestPlatform } from '../../open-test-platform.js';
import { addCast, addMilestone, dependenciesAt } from '../tracker/people.js';
import { type MailingPlatform, openMailingPlatform } from './open-mailing-platform.js';
import type { TestSmtp } from './smtp-server.js';

let mailing: MailingPlatform;
let smtp: TestSmtp;
let test: TestPlatform;

beforeAll(async () => {
  mailing = await openMailingPlatform();
  ({ smtp, test } = mailing);
});
afterAll(() => mailing.close());

const until = async (reached: () => boolean | Promise<boolean>) => {
  for (let tries = 0; !(await reached()) && tries < 300; tries++) await new Promise((go) => setTimeout(go, 100));
};

it('come by themselves while the product runs, and a reminder that is due leaves once, however many rounds come', async () => {
  const { dataSource, queues } = test.platform;
  const cast = await addCast(dataSource);
  await addMilestone(dependenciesAt(test.platform, { day: '2026-02-10' }), cast);
  const worker = new MailWorker(test.platform);
  expect(worker.when).toEqual({ cron: '0 7-11 * * *' });
  Object.assign(worker, { when: { everyMs: 1_000 }, now: () => new Date('2026-05-15T18:00:00Z') });
  await worker.onApplicationBootstrap();
  await until(() => smtp.received.length === 2);
  expect((await queues.schedules('mail')).map(({ id }) => id).toSorted()).toEqual(['digests', 'reminders']);
  // Several rounds more.
  await new Promise((go) => setTimeout(go, 3_000));
  await worker.beforeApplicationShutdown();
  expect(smtp.received.map(({ to }) => to).toSorted()).toEqual(['apoya@example.org', 'implementa@example.org']);
  expect(smtp.received[0]!.headers['subject']).toBe('El reporte de avance 2026-C1 vence hoy, 15 may 2026');
  const sent = (await dataSource.query('SELECT kind, sent_at IS NOT NULL AS sent FROM reminder')) as object[];
  expect(sent).toEqual([
    { kind: 'today', sent: true },
    { kind: 'today', sent: true },
  ]);
}, 60_000);
