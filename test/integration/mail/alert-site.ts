import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { digestRound } from '#alerts';
import { deliverMail, type DeliveryDependencies, mailSender } from '#mail';
import { findPublisher, ingestFile } from '#publishing';
import { alertComposers } from '../../../apps/portal/src/alerts/compose-alert-mail.js';
import { examplePackage, exampleRelease } from '../../example-releases.js';
import { listenTestApp } from '../../open-test-app.js';
import type { TestPlatform } from '../../open-test-platform.js';
import { writeInput } from '../../write-input.js';
import { type MailingPlatform, openMailingPlatform, OWN } from './open-mailing-platform.js';
import type { ReceivedMail, TestSmtp } from './smtp-server.js';

export { OWN };
let mailing: MailingPlatform;
export let smtp: TestSmtp;
export let test: TestPlatform;
let app: NestFastifyApplication;
export let origin: string;

/** The whole site with a mail server of its own, for every test of a file; each begins without alerts. */
export function useAlertSite(): void {
  beforeAll(async () => {
    mailing = await openMailingPlatform({ TRUSTED_PROXIES: '127.0.0.1' });
    ({ smtp, test } = mailing);
    ({ app, origin } = await listenTestApp(test.platform));
  });
  afterAll(async () => {
    await app.close();
    await mailing.close();
  });
  beforeEach(async () => {
    smtp.received.length = 0;
    smtp.answers = {};
    await test.platform.dataSource.query('DELETE FROM subscriber');
  });
}

export const DAY = 86_400_000;
let today = Date.now() + 30 * DAY;
/** A day on which nothing has looked yet; later tests look on later days. */
export const nextDay = () => new Date((today += DAY));

export const query = <Row>(sql: string, values: unknown[] = []) =>
  test.platform.dataSource.query(sql, values) as Promise<Row[]>;

export async function sendWaiting(): Promise<void> {
  const { dataSource, queues, settings } = test.platform;
  const nobody = async () => undefined;
  const dependencies: DeliveryDependencies = {
    dataSource,
    queues,
    sender: mailSender(settings),
    composers: { ...alertComposers(test.platform), reminder: nobody },
  };
  for (const { id } of await query<{ id: string }>(`SELECT id FROM mail WHERE state = 'waiting'`))
    await deliverMail(dependencies, id);
}

export const look = (now: Date) =>
  digestRound(test.platform, now, (error) => {
    throw error;
  });

export async function digestsOf(now: Date): Promise<readonly ReceivedMail[]> {
  smtp.received.length = 0;
  await look(now);
  await sendWaiting();
  return [...smtp.received];
}

interface Form {
  readonly correo?: string;
  readonly cada?: string;
  readonly tema?: string;
  readonly consulta?: string;
  readonly sitio?: string;
}

let clients = 0;

/** As a browser sends it, from another client each time unless told. */
export async function ask(form: Form, { path = '/alertas', client = '', headers = {} } = {}) {
  const body = new URLSearchParams({ correo: 'ana@example.org', cada: 'daily', tema: 'search', consulta: '', ...form });
  return fetch(origin + path, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { ...(client && { 'x-forwarded-for': client }), ...headers },
  });
}

export const askAnew = (form: Form = {}, more: { path?: string } = {}) =>
  ask(form, { ...more, client: `10.0.${clients++ >> 8}.${clients & 255}` });

/** The links of a mail, as paths of this server. */
export const pathsIn = ({ text }: ReceivedMail) =>
  [...text.matchAll(/https:\/\/compras\.example(\/\S+)/g)].map(([, path]) => path!);
export const linkIn = (mail: ReceivedMail, part: string) => pathsIn(mail).find((path) => path.includes(part))!;

export const post = (path: string, body?: RequestInit['body'], headers: Record<string, string> = {}) =>
  fetch(origin + path, { method: 'POST', body: body ?? null, headers });

export async function subscribed(form: Form = {}): Promise<void> {
  expect((await askAnew(form)).status).toBe(303);
  await sendWaiting();
  expect((await post(linkIn(smtp.received.at(-1)!, 'confirmar'))).status).toBe(200);
}

let published = 0;

export async function publish(title: string): Promise<string> {
  const ocid = `ocds-xs1qbl-aviso-${++published}`;
  const example = exampleRelease(1) as { tender: object };
  const release = { ...example, ocid, id: `${ocid}-1`, tender: { ...example.tender, title } };
  const path = await writeInput(examplePackage([release]));
  const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
  await test.publish((await ingestFile(test.platform, { path, publisher, profile: 'ocds' })).ocids);
  return ocid;
}
