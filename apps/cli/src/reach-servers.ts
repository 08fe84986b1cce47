import { openDataSource } from '#database';
import { type MailSender, mailSender, reachMailServer } from '#mail';
import { reachRedis } from '#queue';
import { loadSettings } from '#settings';
import { describeError } from './report-error.js';

/** A server that the settings name, and whether it answers. */
export interface Reached {
  readonly name: 'PostgreSQL' | 'Redis' | 'SMTP';
  readonly ok: boolean;
  readonly said: string;
}

const OLDEST_POSTGRES = 15;

/** Asks the database, Redis and the mail server of the settings, where they name any; changes and sends nothing. */
export async function reachServers(): Promise<readonly Reached[]> {
  const settings = loadSettings();
  const { databaseUrl, redisUrl } = settings;
  const sender = mailSender(settings);
  return [
    databaseUrl ? await tell('PostgreSQL', () => askDatabase(databaseUrl)) : embedded,
    ...(redisUrl ? [await tell('Redis', () => askRedis(redisUrl))] : []),
    ...(sender ? [await tell('SMTP', () => askMail(sender))] : []),
  ];
}

const embedded: Reached = { name: 'PostgreSQL', ok: true, said: 'embebido; se inicia con el producto.' };

async function tell(name: Reached['name'], ask: () => Promise<Omit<Reached, 'name'>>): Promise<Reached> {
  try {
    return { name, ...(await ask()) };
  } catch (error) {
    return { name, ok: false, said: describeError(error) };
  }
}

async function askRedis(url: string): Promise<Omit<Reached, 'name'>> {
  await reachRedis(url);
  return { ok: true, said: 'responde.' };
}

async function askMail(sender: MailSender): Promise<Omit<Reached, 'name'>> {
  await reachMailServer(sender);
  return { ok: true, said: 'responde y deja entrar.' };
}

async function askDatabase(url: string): Promise<Omit<Reached, 'name'>> {
  const dataSource = await openDataSource(url, 1);
  try {
    const [row] = (await dataSource.query(
      `SELECT current_setting('server_version_num')::int / 10000 AS major,
              has_database_privilege(current_database(), 'CREATE') AS "mayCreate"`,
    )) as { major: number; mayCreate: boolean }[];
    return judge(row!);
  } finally {
    await dataSource.destroy();
  }
}

function judge({ major, mayCreate }: { major: number; mayCreate: boolean }): Omit<Reached, 'name'> {
  if (major < OLDEST_POSTGRES)
    return { ok: false, said: `es la versión ${major}; se necesita la ${OLDEST_POSTGRES} o posterior.` };
  if (!mayCreate) return { ok: false, said: `el usuario no puede crear esquemas; darle CREATE sobre la base.` };
  return { ok: true, said: `responde, versión ${major}.` };
}
