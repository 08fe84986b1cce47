import { mailSender, deliverMail, type DeliveryDependencies } from '#mail';
import { dueReminders, localDay, remind, reportProgress, type TrackingDependencies } from '#tracking';
import { trackerReminders } from '../../../apps/cli/src/tracker-reminders.js';
import { reminderComposer } from '../../../apps/portal/src/desk/tracking/compose-reminder-mail.js';
import { openTestApp } from '../../open-test-app.js';
import type { TestPlatform } from '../../open-test-platform.js';
import { deskClient } from '../tracker/desk-client.js';
import { addCast, addMilestone, type Cast, type Clock, dependenciesAt, done, PLAN } from '../tracker/people.js';
import { type MailingPlatform, openMailingPlatform } from './open-mailing-platform.js';
import type { TestSmtp } from './smtp-server.js';

let mailing: MailingPlatform;
let smtp: TestSmtp;
let test: TestPlatform;
let cast: Cast;
let meta: string;
const clock: Clock = { day: '2026-02-10' };
let tracking: TrackingDependencies;

beforeAll(async () => {
  mailing = await openMailingPlatform();
  ({ smtp, test } = mailing);
  cast = await addCast(test.platform.dataSource);
  tracking = dependenciesAt(test.platform, clock);
  meta = await addMilestone(tracking, cast);
});
afterAll(() => mailing.close());
beforeEach(() => {
  smtp.received.length = 0;
});

/** Who is reminded on a day, of what kind; `-` before who was already. */
const dueOn = async (day: string) =>
  (await dueReminders(test.platform.dataSource, day)).map(
    ({ account, kind, sent }) => `${sent ? '-' : ''}${account.name} ${kind}`,
  );

/** Sends what waits, as on a day. */
async function sendOn(day: string): Promise<void> {
  const { dataSource, queues, settings } = test.platform;
  const reminder = reminderComposer(test.platform, () => new Date(`${day}T18:00:00Z`));
  const dependencies: DeliveryDependencies = {
    dataSource,
    queues,
    sender: mailSender(settings),
    composers: { reminder, confirmation: reminder, digest: reminder },
  };
  const waiting = (await dataSource.query(`SELECT id FROM mail WHERE state = 'waiting'`)) as { id: string }[];
  for (const { id } of waiting) await deliverMail(dependencies, id);
}

const remindOn = async (day: string) => {
  await remind(test.platform, day);
  await sendOn(day);
  return smtp.received.map(({ to }) => to).toSorted();
};

it('go to who implements a commitment, and to nobody else, from five days before the time is over', async () => {
  expect(await dueOn('2026-05-09')).toEqual([]);
  expect(await dueOn('2026-05-10')).toEqual(['apoya soon', 'implementa soon']);
  expect(await dueOn('2026-05-15')).toEqual(['apoya today', 'implementa today']);
  expect(await dueOn('2026-05-16')).toEqual(['apoya overdue', 'implementa overdue']);
});

it('arrive once, however many ask and however often', async () => {
  await Promise.all([remind(test.platform, '2026-05-11'), remind(test.platform, '2026-05-11')]);
  await remind(test.platform, '2026-05-12');
  await Promise.all([sendOn('2026-05-11'), sendOn('2026-05-11')]);
  expect(smtp.received.map(({ to }) => to).toSorted()).toEqual(['apoya@example.org', 'implementa@example.org']);
  expect(await dueOn('2026-05-12')).toEqual(['-apoya soon', '-implementa soon']);
  const [{ name }] = (await test.platform.dataSource.query(`SELECT name FROM organisation WHERE id = 'sepaf'`)) as [
    { name: string },
  ];
  const mail = smtp.received.find(({ to }) => to === 'implementa@example.org')!;
  expect(mail.headers).toMatchObject({
    subject: 'El reporte de avance 2026-C1 vence el 15 may 2026',
    'auto-submitted': 'auto-generated',
  });
  expect(mail.text).toBe(`implementa:

El 15 may 2026 termina el plazo para reportar el avance del periodo 2026-C1, del 1 ene 2026 al 30 abr 2026, de:

- Portal publicado (compromiso 7)
  https://compras.example/escritorio/seguimiento/${PLAN}/metas/${meta}/reportar

-- 
Este correo llega a quien reporta por ${name} en Compromiso 7: cinco días antes de que venza el plazo, el día en que vence y, una vez, después. Quien administra las cuentas puede quitar el papel.
`);
});

it('are told by the command, with whom and why, without sending when rehearsed', async () => {
  const said = await trackerReminders(test.platform, { date: '2026-05-15', dryRun: true, json: false });
  expect(said).toBe(`apoya <apoya@example.org>: se enviaría
  ${PLAN}, 2026-C1, vence hoy (plazo: 2026-05-15). Reporta por cgiec: «Portal publicado»
implementa <implementa@example.org>: se enviaría
  ${PLAN}, 2026-C1, vence hoy (plazo: 2026-05-15). Reporta por sepaf: «Portal publicado»
Ensayo: se enviarían 2 de 2.
`);
  const [first] = JSON.parse(
    await trackerReminders(test.platform, { date: '2026-05-15', dryRun: true, json: true }),
  ).reminders;
  expect(first).toMatchObject({ kind: 'today', sent: false, milestones: [{ id: meta, title: 'Portal publicado' }] });
  await expect(trackerReminders(test.platform, { date: '2026-05-15', dryRun: false, json: false })).rejects.toThrow(
    '--dry-run',
  );
  await expect(trackerReminders(test.platform, { date: '2026-02-30', dryRun: true, json: false })).rejects.toThrow(
    'AAAA-MM-DD',
  );
  expect(await dueOn('2026-05-15')).toEqual(['apoya today', 'implementa today']);
});

it('skip who may no longer enter, also between being asked for and being sent', async () => {
  await remind(test.platform, '2026-05-15');
  await test.platform.dataSource.query('UPDATE account SET disabled_at = now() WHERE id = $1', [cast.supporter.id]);
  await sendOn('2026-05-15');
  expect(smtp.received.map(({ to }) => to)).toEqual(['implementa@example.org']);
  expect(await dueOn('2026-05-20')).toEqual(['implementa overdue']);
});

it('end when the report is there, and come for the next period anew', async () => {
  await remind(test.platform, '2026-05-20');
  clock.day = '2026-05-20';
  await done(
    reportProgress(tracking, cast.implementer, {
      plan: PLAN,
      milestone: meta,
      period: '2026-C1',
      text: 'Avanza',
      level: 'sustancial',
    }),
  );
  await sendOn('2026-05-20');
  expect(smtp.received).toEqual([]);
  expect(await dueOn('2026-05-21')).toEqual([]);
  expect(await remindOn('2026-09-15')).toEqual(['implementa@example.org']);
});

it('know the day in Jalisco, not in Greenwich', () => {
  expect(localDay(new Date('2026-05-16T05:59:00Z'))).toBe('2026-05-15');
});

it('are seen at the desk on the page of the meta: when, why and to how many, not to whom', async () => {
  const app = await openTestApp(test.platform);
  await app.listen(0, '127.0.0.1');
  for (const who of ['secretariat', 'implementer', 'monitor'] as const) {
    const desk = await deskClient(app, test.platform.dataSource, cast[who], PLAN);
    const { text } = await desk.get(`metas/${meta}`);
    expect(text).toContain('2026-05-11 2026-C1 Por vencer 2 personas; sus servidores los aceptaron');
    expect(text).not.toContain('apoya');
  }
  await app.close();
});
