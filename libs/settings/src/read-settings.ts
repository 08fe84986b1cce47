import { Ajv, type ErrorObject } from 'ajv';
import { SettingsError } from './settings-error.js';
import { settingRules, settingsSchema } from './settings-schema.js';

/** What an operator may set; see schemas/settings.json for the meaning of each. */
export interface Settings {
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly publicUrl: string | undefined;
  /** How mail goes out; without it none does. */
  readonly mail: MailSettings | undefined;
  readonly host: string;
  readonly platformName: string;
  readonly licenseUrl: string;
  readonly personalData: 'mask' | 'publish';
  /** How long a session of the desk lives unused, and at most. */
  readonly session: { readonly idleMinutes: number; readonly absoluteHours: number };
  /** Internal hosts, addresses and networks that outbound requests may reach. */
  readonly outboundAllow: readonly string[];
  /** Largest file that a connector takes, in bytes after decompression. */
  /** Links looked at each hour, at most; 0: none. */
  readonly linksPerHour: number;
  readonly connectorMaxBytes: number;
  /** Longest download of one file, in milliseconds. */
  readonly connectorTimeoutMs: number;
  /** Opens /metrics to whoever shows it; without it only this machine may read them. */
  readonly metricsToken: string | undefined;
  /** Proxies whose word on the reader's address counts. */
  readonly trustedProxies: readonly string[];
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** `auto`: text on a terminal, JSON lines elsewhere. */
  readonly logFormat: 'auto' | 'json' | 'text';
  /** Largest upload, in bytes as it comes. */
  readonly uploadMaxBytes: number;
  /** Longest check, or taking in, of an upload, in milliseconds. */
  readonly uploadTimeoutMs: number;
  /** Most memory that a check may take, in megabytes. */
  readonly uploadMemoryMegabytes: number;
}

export interface MailSettings {
  /** `smtp:` or `smtps:`, with the credentials. */
  readonly smtpUrl: string;
  readonly from: string;
  readonly replyTo: string | undefined;
}

interface Environment {
  DATABASE_URL?: string;
  REDIS_URL?: string;
  PUBLIC_URL?: string;
  SMTP_URL?: string;
  MAIL_FROM?: string;
  MAIL_REPLY_TO?: string;
  HOST: string;
  PLATFORM_NAME: string;
  LICENSE_URL: string;
  PERSONAL_DATA: 'mask' | 'publish';
  SESSION_IDLE_MINUTES: number;
  SESSION_MAX_HOURS: number;
  OUTBOUND_ALLOW: string;
  LINKS_PER_HOUR: number;
  CONNECTOR_MAX_MEGABYTES: number;
  CONNECTOR_TIMEOUT_SECONDS: number;
  METRICS_TOKEN?: string;
  TRUSTED_PROXIES: string;
  LOG_LEVEL: Settings['logLevel'];
  LOG_FORMAT: Settings['logFormat'];
  UPLOAD_MAX_MEGABYTES: number;
  UPLOAD_TIMEOUT_SECONDS: number;
  UPLOAD_MEMORY_MEGABYTES: number;
}

const ajv = new Ajv({ allErrors: true, useDefaults: true, coerceTypes: true }).addVocabulary(['secret']);
const check = ajv.compile<Environment>(settingsSchema);

/**
 * Reads the configuration once, at the door; an empty variable counts as absent.
 *
 * @throws SettingsError naming every variable that is wrong.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given: unknown = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  if (!check(given)) throw new SettingsError([...faultsOf(check.errors).values()]);
  const lacking = lackingFor(given);
  if (lacking.size > 0) throw new SettingsError([...lacking.values()]);
  return {
    databaseUrl: given.DATABASE_URL,
    redisUrl: given.REDIS_URL,
    publicUrl: given.PUBLIC_URL?.replace(/\/+$/, ''),
    mail: mailOf(given),
    host: given.HOST,
    platformName: given.PLATFORM_NAME,
    licenseUrl: given.LICENSE_URL,
    personalData: given.PERSONAL_DATA,
    session: { idleMinutes: given.SESSION_IDLE_MINUTES, absoluteHours: given.SESSION_MAX_HOURS },
    outboundAllow: given.OUTBOUND_ALLOW.split(/[\s,]+/).filter(Boolean),
    linksPerHour: given.LINKS_PER_HOUR,
    connectorMaxBytes: given.CONNECTOR_MAX_MEGABYTES * 1_000_000,
    connectorTimeoutMs: given.CONNECTOR_TIMEOUT_SECONDS * 1_000,
    metricsToken: given.METRICS_TOKEN,
    trustedProxies: given.TRUSTED_PROXIES.split(/[\s,]+/).filter(Boolean),
    logLevel: given.LOG_LEVEL,
    logFormat: given.LOG_FORMAT,
    uploadMaxBytes: given.UPLOAD_MAX_MEGABYTES * 1_000_000,
    uploadTimeoutMs: given.UPLOAD_TIMEOUT_SECONDS * 1_000,
    uploadMemoryMegabytes: given.UPLOAD_MEMORY_MEGABYTES,
  };
}

/** What is wrong with some values, by setting. */
export function checkSettings(given: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const wrong = check({ ...given }) ? [] : faultsOf(check.errors);
  return new Map([...lackingFor(given), ...wrong]);
}

/** Mail needs an address to come from, and one that its links lead to: nobody reads them on the server itself. */
function lackingFor(given: Partial<Environment>): ReadonlyMap<string, string> {
  if (!given.SMTP_URL) return new Map();
  const needed = ['MAIL_FROM', 'PUBLIC_URL'] as const;
  return new Map(
    needed
      .filter((name) => !given[name])
      .map((name) => [name, `${name} hace falta con SMTP_URL. ${settingRules[name]!.description}`]),
  );
}

function mailOf({ SMTP_URL, MAIL_FROM, MAIL_REPLY_TO }: Environment): MailSettings | undefined {
  return SMTP_URL && MAIL_FROM ? { smtpUrl: SMTP_URL, from: MAIL_FROM, replyTo: MAIL_REPLY_TO } : undefined;
}

function faultsOf(errors: readonly ErrorObject[] | null | undefined): ReadonlyMap<string, string> {
  return new Map((errors ?? []).map(({ instancePath }) => [instancePath.slice(1), faultOf(instancePath.slice(1))]));
}

/** Which setting is wrong, and what it should hold. The value is not repeated: it may be a password. */
function faultOf(name: string): string {
  const { description, pattern, enum: choices, minimum, maximum } = settingRules[name]!;
  const range = minimum === undefined ? undefined : `de ${minimum} a ${maximum}`;
  const form = pattern ?? choices?.join(', ') ?? range;
  return `${name} no tiene la forma que debe${form ? ` (${form})` : ''}. ${description}`;
}
