import { Ajv, type ErrorObject } from 'ajv';
import schema from '../../../schemas/settings.json' with { type: 'json' };
import { SettingsError } from './settings-error.js';

/** What an operator may set; see schemas/settings.json for the meaning of each. */
export interface Settings {
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly publicUrl: string | undefined;
  readonly host: string;
  readonly platformName: string;
  readonly licenseUrl: string;
  readonly personalData: 'mask' | 'publish';
  /** Internal hosts, addresses and networks that outbound requests may reach. */
  readonly outboundAllow: readonly string[];
  /** Largest file that a connector takes, in bytes after decompression. */
  readonly connectorMaxBytes: number;
  /** Longest download of one file, in milliseconds. */
  readonly connectorTimeoutMs: number;
}

interface Environment {
  DATABASE_URL?: string;
  REDIS_URL?: string;
  PUBLIC_URL?: string;
  HOST: string;
  PLATFORM_NAME: string;
  LICENSE_URL: string;
  PERSONAL_DATA: 'mask' | 'publish';
  OUTBOUND_ALLOW: string;
  CONNECTOR_MAX_MEGABYTES: number;
  CONNECTOR_TIMEOUT_SECONDS: number;
}

const check = new Ajv({ allErrors: true, useDefaults: true, coerceTypes: true }).compile<Environment>(schema);

/**
 * Reads the configuration once, at the door; an empty variable counts as absent.
 *
 * @throws SettingsError naming every variable that is wrong.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given: unknown = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  if (!check(given)) throw new SettingsError((check.errors ?? []).map(faultOf));
  return {
    databaseUrl: given.DATABASE_URL,
    redisUrl: given.REDIS_URL,
    publicUrl: given.PUBLIC_URL?.replace(/\/+$/, ''),
    host: given.HOST,
    platformName: given.PLATFORM_NAME,
    licenseUrl: given.LICENSE_URL,
    personalData: given.PERSONAL_DATA,
    outboundAllow: given.OUTBOUND_ALLOW.split(/[\s,]+/).filter(Boolean),
    connectorMaxBytes: given.CONNECTOR_MAX_MEGABYTES * 1_000_000,
    connectorTimeoutMs: given.CONNECTOR_TIMEOUT_SECONDS * 1_000,
  };
}

/** Which variable is wrong, and what it should hold. The value is not repeated: it may be a password. */
function faultOf({ instancePath }: ErrorObject): string {
  const name = instancePath.slice(1) as keyof typeof schema.properties;
  const { description, ...rest } = schema.properties[name];
  return `${name} no tiene la forma que debe${'pattern' in rest ? ` (${rest.pattern})` : ''}. ${description}`;
}
