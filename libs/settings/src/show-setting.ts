import { settingRules } from './settings-schema.js';

const HIDDEN = '••••••';

/** A value as it may be printed: nothing of a secret, no password inside an address, not even a malformed one. */
export function showSetting(name: string, value: string): string {
  const { secret } = settingRules[name] ?? { secret: 'value' };
  if (secret === 'value') return HIDDEN;
  return secret === 'password' ? withoutPassword(value) : value;
}

function withoutPassword(address: string): string {
  if (!/^[a-z]+:\/\//.test(address) || !URL.canParse(address)) return HIDDEN;
  const url = new URL(address);
  url.hash = '';
  if (url.password) url.password = HIDDEN;
  const secrets = [...url.searchParams.keys()].filter((name) => /pass|secret|token/i.test(name));
  for (const name of secrets) url.searchParams.set(name, HIDDEN);
  return decodeURI(url.href).replaceAll(encodeURIComponent(HIDDEN), HIDDEN);
}
