import { type Composer, deliverMail, type DeliveryDependencies, mailSender, sweepMail } from '#mail';
import type { TestPlatform } from '../../open-test-platform.js';
import { addPerson } from '../access/people.js';
import { type MailingPlatform, openMailingPlatform } from './open-mailing-platform.js';
import type { TestSmtp } from './smtp-server.js';

let mailing: MailingPlatform;
let smtp: TestSmtp;
let test: TestPlatform;
let accountId: string;

beforeAll(async () => {
  mailing = await openMailingPlatform();
  ({ smtp, test } = mailing);
  accountId = (await addPerson(test.platform.dataSource, 'ana')).id;
});
afterAll(() => mailing.close());
beforeEach(async () => {
  smtp.received.length = 0;
  smtp.answers = {};
  smtp.beforeData = async () => {};
  await test.platform.dataSource.query('DELETE FROM mail');
});

const compose: Composer = async () => ({ to: 'ana@example.org', subject: 'Año nuevo', text: '.\nUna línea con ñ\n' });

function dependencies(reminder: Composer = compose): DeliveryDependencies {
  const { dataSource, queues, settings } = test.platform;
  return {
    dataSource,
    queues,
    sender: mailSender(settings),
    composers: { reminder, digest: reminder, confirmation: reminder },
  };
}

async function wanted(): Promise<string> {
  const [{ id }] = (await test.platform.dataSource.query(
    `INSERT INTO mail (kind, account_id) VALUES ('reminder', $1) RETURNING id`,
    [accountId],
  )) as [{ id: string }];
  return id;
}

async function mailIn(id: string) {
  const [row] = (await test.platform.dataSource.query(
    'SELECT state, attempts, reply_code AS code FROM mail WHERE id = $1',
    [id],
  )) as { state: string; attempts: number; code: number | null }[];
  return row;
}

it('arrives as it was written, once', async () => {
  const id = await wanted();
  expect(await deliverMail(dependencies(), id)).toBe('sent');
  expect(await deliverMail(dependencies(), id)).toBeUndefined();
  expect(smtp.received).toHaveLength(1);
  const [{ from, to, headers, text }] = smtp.received as [TestSmtp['received'][number]];
  expect({ from, to, text }).toEqual({
    from: 'avisos@compras.example',
    to: 'ana@example.org',
    text: '.\nUna línea con ñ\n',
  });
  expect(headers).toMatchObject({
    subject: 'Año nuevo',
    'message-id': `<${id}@compras.example>`,
    'auto-submitted': 'auto-generated',
  });
});

it('is sent once by two who are at it at the same time, even when the server waits for both', async () => {
  const id = await wanted();
  let waiting = 0;
  let go = () => {};
  const both = new Promise<void>((resolve) => {
    go = resolve;
  });
  smtp.beforeData = async () => {
    if (++waiting === 2) go();
    await both;
  };
  const states = await Promise.all([deliverMail(dependencies(), id), deliverMail(dependencies(), id)]);
  expect(states.toSorted()).toEqual(['sent', undefined]);
  expect(smtp.received).toHaveLength(1);
  expect(await mailIn(id)).toMatchObject({ state: 'sent' });
});

it('ends with a trace when the address is refused, and nobody tries again', async () => {
  smtp.answers.recipient = () => '550 5.1.1 no existe';
  const id = await wanted();
  expect(await deliverMail(dependencies(), id)).toBe('refused');
  expect(await mailIn(id)).toEqual({ state: 'refused', attempts: 1, code: 550 });
  expect(await deliverMail(dependencies(), id)).toBeUndefined();
  expect(smtp.received).toEqual([]);
});

it.each([
  ['the recipient', () => (smtp.answers.recipient = () => '450 4.2.0 más tarde')],
  ['the whole mail', () => (smtp.answers.mail = () => '451 4.3.0 más tarde')],
])('waits its turn when the server puts %s off, and is sent then', async (_, putOff) => {
  putOff();
  const id = await wanted();
  expect(await deliverMail(dependencies(), id)).toBe('waiting');
  expect(await mailIn(id)).toMatchObject({ state: 'waiting', attempts: 1 });
  expect((await test.platform.queues.counts('mail')).delayed).toBeGreaterThan(0);
  smtp.answers = {};
  expect(await deliverMail(dependencies(), id)).toBe('sent');
  expect(smtp.received).toHaveLength(1);
});

it('is given up after two days of being put off', async () => {
  smtp.answers.recipient = () => '450 4.2.0 más tarde';
  const id = await wanted();
  const states: (string | undefined)[] = [];
  while (states.at(-1) !== 'failed' && states.length < 20) states.push(await deliverMail(dependencies(), id));
  expect(states).toEqual([...Array.from({ length: 8 }, () => 'waiting'), 'failed']);
});

it('is not sent again when the server hangs up after it has it all: it may be on its way', async () => {
  smtp.answers.mail = () => 'hang up';
  const id = await wanted();
  expect(await deliverMail(dependencies(), id)).toBe('uncertain');
  smtp.answers = {};
  expect(await deliverMail(dependencies(), id)).toBeUndefined();
  expect(smtp.received).toHaveLength(1);
});

it('is tried again when the server is away', async () => {
  const { sender, ...rest } = dependencies();
  const id = await wanted();
  expect(await deliverMail({ ...rest, sender: { ...sender!, smtpUrl: 'smtp://127.0.0.1:1' } }, id)).toBe('waiting');
});

it('sends no password over a connection that others can read, but to this very machine', async () => {
  const { sender, ...rest } = dependencies();
  const { port } = new URL(smtp.url);
  const signingIn = async (host: string) => {
    smtp.commands.length = 0;
    const smtpUrl = `smtp://c7:clave@${host}:${port}`;
    const state = await deliverMail({ ...rest, sender: { ...sender!, smtpUrl } }, await wanted());
    return [state, smtp.commands.some((line) => line.startsWith('AUTH'))];
  };
  expect(await signingIn('[::ffff:127.0.0.1]')).toEqual(['waiting', false]);
  expect(smtp.received).toEqual([]);
  expect(await signingIn('127.0.0.1')).toEqual(['sent', true]);
});

it('tells what is true from the hand-over on in the same transaction, and once', async () => {
  const told: string[] = [];
  const id = await wanted();
  const withHooks: Composer = async () => ({
    ...(await compose({} as never, {} as never))!,
    whenHanded: async (manager) => void (await manager.query('SELECT 1'), told.push('handed')),
    whenSent: async (manager) => void (await manager.query('SELECT 1'), told.push('sent')),
  });
  await Promise.all([deliverMail(dependencies(withHooks), id), deliverMail(dependencies(withHooks), id)]);
  expect(told).toEqual(['handed', 'sent']);
});

it('is dropped when nobody is to get it any more', async () => {
  const id = await wanted();
  expect(
    await deliverMail(
      dependencies(async () => undefined),
      id,
    ),
  ).toBe('dropped');
});

it('is asked for again when its job is lost, and never when a process died with it in hand', async () => {
  const { dataSource, queues } = test.platform;
  const [lost, inHand] = [await wanted(), await wanted()];
  await dataSource.query(`UPDATE mail SET next_at = now() - interval '1 hour' WHERE id = $1`, [lost]);
  await dataSource.query(`UPDATE mail SET state = 'handing', handing_at = now() - interval '1 hour' WHERE id = $1`, [
    inHand,
  ]);
  const before = await queues.counts('mail');
  expect(await sweepMail(dataSource, queues)).toEqual({ uncertain: 1 });
  expect((await queues.counts('mail')).waiting).toBe(before.waiting + 1);
  expect(await mailIn(inHand)).toMatchObject({ state: 'uncertain' });
  expect(await mailIn(lost)).toMatchObject({ state: 'waiting' });
});
