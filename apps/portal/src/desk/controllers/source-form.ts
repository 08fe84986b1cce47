import type { Connector, ConnectorConfigs, ConnectorKind, NewConnector } from '#connectors';
import { fillText } from '../../fill.js';
import type { DeskLocale } from '../desk-locale.js';
import { SOURCE_KINDS } from '../pages/source-form.page.js';
import type { FieldError } from '../views/desk.view.js';
import { faultsOf, type FormValues, textOf } from './form-body.js';

export function kindOf(values: FormValues): ConnectorKind | undefined {
  return SOURCE_KINDS.find((kind) => kind === values['clase']);
}

/** What the form begins with for a new source. */
export const NEW_SOURCE: FormValues = {
  settleSeconds: '10',
  maxPages: '10000',
  afterEnd: 'start',
  port: '22',
  every: '1d',
  tolerance: '2d',
};

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** What is wrong with a source's form, as far as it can be told field by field; the library checks the rest. */
export function sourceFaults(values: FormValues, kind: ConnectorKind, { desk }: DeskLocale): readonly FieldError[] {
  const { faults: words } = desk.form;
  const { fields, publisher } = desk.sources;
  const at = (name: string) => textOf(values, name);
  const missing = (label: string) => fillText(words.required, { label });
  const named = (name: keyof typeof fields) => [name, at(name) === '', missing(fields[name])] as const;
  const isWeb = kind !== 'folder' && kind !== 'sftp';
  return faultsOf([
    ['id', !/^[a-z0-9][a-z0-9-]{0,62}$/.test(at('id')), words.id],
    ['publicador', at('publicador') === '', fillText(words.choose, { label: publisher })],
    ...(isWeb ? ([['url', !/^https?:\/\/[^\s/@]+/.test(at('url')), words.url]] as const) : []),
    ...(kind === 'folder' ? [named('path')] : []),
    ...(kind === 'sftp' ? [named('host'), named('path'), named('user'), named('fingerprint')] : []),
    ...(kind === 'ocapi-2017' ? ([['year', !/^\d{4}$/.test(at('year')), words.number]] as const) : []),
    ['every', (at('every') === '') === (at('cron') === ''), words.when],
    ['every', at('every') !== '' && secondsOf(at('every')) === undefined, words.duration],
    ['tolerance', secondsOf(at('tolerance')) === undefined, words.duration],
    ['newsWithin', at('newsWithin') !== '' && secondsOf(at('newsWithin')) === undefined, words.duration],
  ]);
}

/** The connector that a form without faults describes. */
export function connectorOf(values: FormValues, kind: ConnectorKind): NewConnector {
  const at = (name: string) => textOf(values, name);
  const newsWithin = secondsOf(at('newsWithin'));
  return {
    id: at('id'),
    kind,
    publisherId: at('publicador'),
    ...(at('perfil') !== '' && { profile: at('perfil') }),
    config: configOf(values, kind) as unknown as ConnectorConfigs[ConnectorKind],
    when: at('cron') === '' ? { everyMs: secondsOf(at('every'))! * 1_000 } : { cron: at('cron') },
    toleranceSeconds: secondsOf(at('tolerance'))!,
    ...(newsWithin !== undefined && { newsWithinSeconds: newsWithin }),
  };
}

const TEXTS: Readonly<Record<ConnectorKind, readonly string[]>> = {
  folder: ['path'],
  http: ['url', 'tokenEnv'],
  'ocds-api': ['url', 'tokenEnv', 'afterEnd'],
  'ocapi-2017': ['url', 'tokenEnv'],
  sftp: ['host', 'path', 'user', 'fingerprint', 'passwordEnv', 'keyEnv', 'passphraseEnv'],
};

const NUMBERS: Readonly<Record<ConnectorKind, readonly string[]>> = {
  folder: ['settleSeconds'],
  http: [],
  'ocds-api': ['maxPages'],
  'ocapi-2017': ['year'],
  sftp: ['port', 'settleSeconds'],
};

function configOf(values: FormValues, kind: ConnectorKind): object {
  const given = (names: readonly string[]) => names.filter((name) => textOf(values, name) !== '');
  const texts = given(TEXTS[kind]).map((name) => [name, textOf(values, name)]);
  const numbers = given(NUMBERS[kind]).map((name) => [name, Number(textOf(values, name))]);
  const web = TEXTS[kind].includes('url') ? [['hosts', hostsOf(values)]] : [];
  return Object.fromEntries([...texts, ...numbers, ...web]);
}

/** The address's own server counts; others are given with commas between. */
function hostsOf(values: FormValues): readonly string[] {
  const url = textOf(values, 'url');
  const own = URL.canParse(url) ? [new URL(url).hostname] : [];
  const more = textOf(values, 'hosts').split(/[,\s]+/);
  return [...new Set([...own, ...more.filter((host) => host !== '')])];
}

/** The form of a source as it stands. */
export function valuesOf(connector: Connector): FormValues {
  const { id, kind, publisherId, profile, config, when, toleranceSeconds, newsWithinSeconds } = connector;
  const told = Object.entries(config).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : String(value),
  ]);
  return {
    ...(Object.fromEntries(told) as FormValues),
    id,
    clase: kind,
    publicador: publisherId,
    perfil: profile,
    ...('cron' in when ? { cron: when.cron } : { every: durationOf(when.everyMs / 1_000) }),
    tolerance: durationOf(toleranceSeconds),
    newsWithin: newsWithinSeconds === undefined ? undefined : durationOf(newsWithinSeconds),
  };
}

/** 90s, 15m, 6h, 2d. */
function secondsOf(text: string): number | undefined {
  const [, number, unit] = /^(\d{1,8})\s?([smhd])$/.exec(text) ?? [];
  return number && unit && Number(number) > 0 ? Number(number) * UNITS[unit]! : undefined;
}

function durationOf(seconds: number): string {
  const [unit, size] = Object.entries(UNITS).findLast(([, one]) => seconds % one === 0)!;
  return `${seconds / size}${unit}`;
}
