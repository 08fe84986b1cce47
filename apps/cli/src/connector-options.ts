import { resolve } from 'node:path';
import type { parseArgs } from 'node:util';
import type { ConnectorConfigs, ConnectorKind, NewConnector } from '#connectors';
import { UsageError } from './usage-error.js';

/** What a connector is told on the command line. */
export const CONNECTOR_OPTIONS = {
  kind: { type: 'string' },
  publisher: { type: 'string' },
  profile: { type: 'string' },
  cron: { type: 'string' },
  tz: { type: 'string' },
  every: { type: 'string' },
  tolerance: { type: 'string', default: '2d' },
  'news-within': { type: 'string' },
  path: { type: 'string' },
  settle: { type: 'string', default: '10s' },
  url: { type: 'string' },
  host: { type: 'string', multiple: true },
  'token-env': { type: 'string' },
  'max-pages': { type: 'string', default: '10000' },
  'after-end': { type: 'string', default: 'start' },
  year: { type: 'string' },
  server: { type: 'string' },
  user: { type: 'string' },
  fingerprint: { type: 'string' },
  'password-env': { type: 'string' },
  'key-env': { type: 'string' },
  'passphrase-env': { type: 'string' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof CONNECTOR_OPTIONS }>>['values'];

/** @throws UsageError when something that every connector needs is missing; the library checks the rest. */
export function connectorOf(id: string | undefined, values: Values): NewConnector {
  const { kind, publisher: publisherId, profile, 'news-within': newsWithin } = values;
  if (!id) throw new UsageError('Falta el ID del conector.');
  if (!kind) throw new UsageError('Falta --kind, la clase de conector.');
  if (!publisherId) throw new UsageError('Falta --publisher: de quién es lo que llega.');
  return {
    id,
    kind: kind as ConnectorKind,
    publisherId,
    profile,
    config: configOf(kind, values) as ConnectorConfigs[ConnectorKind],
    when: whenOf(values),
    toleranceSeconds: secondsOf('--tolerance', values.tolerance),
    newsWithinSeconds: newsWithin === undefined ? undefined : secondsOf('--news-within', newsWithin),
  };
}

function whenOf({ cron, tz, every }: Values): NewConnector['when'] {
  if ((cron === undefined) === (every === undefined)) throw new UsageError('Va --cron o --every, uno de los dos.');
  if (every !== undefined) return { everyMs: secondsOf('--every', every) * 1_000 };
  return { cron: cron!, ...(tz !== undefined && { tz }) };
}

function configOf(kind: string, values: Values): object {
  if (kind === 'folder') return { path: values.path && resolve(values.path), ...settleOf(values) };
  if (kind === 'sftp') return { ...sftpOf(values), ...settleOf(values) };
  const { url, 'token-env': tokenEnv } = values;
  const own = url !== undefined && URL.canParse(url) ? [new URL(url).hostname] : [];
  const web = { url, tokenEnv, hosts: [...new Set([...own, ...(values.host ?? [])])] };
  if (kind === 'ocds-api') return { ...web, maxPages: Number(values['max-pages']), afterEnd: values['after-end'] };
  if (kind === 'ocapi-2017') return { ...web, year: values.year && Number(values.year) };
  return web;
}

function sftpOf(values: Values): object {
  const [, host, port] = /^(.*?)(?::(\d+))?$/.exec(values.server ?? '') ?? [];
  return {
    host: host || undefined,
    port: Number(port ?? 22),
    path: values.path,
    user: values.user,
    fingerprint: values.fingerprint,
    passwordEnv: values['password-env'],
    keyEnv: values['key-env'],
    passphraseEnv: values['passphrase-env'],
  };
}

function settleOf({ settle }: Values): object {
  return { settleSeconds: settle === '0' ? 0 : secondsOf('--settle', settle) };
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** 90s, 15m, 6h, 2d. */
function secondsOf(option: string, text: string): number {
  const [, number, unit] = /^(\d{1,8})([smhd])$/.exec(text) ?? [];
  if (number && unit && Number(number) > 0) return Number(number) * UNITS[unit]!;
  throw new UsageError(`${option} lleva un tiempo como 90s, 15m, 6h o 2d, no «${text}».`);
}
