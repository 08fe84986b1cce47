import type { parseArgs } from 'node:util';
import { validatePackageMetadata, type JsonObject, type PackageMeta } from '#ocds';
import { UsageError } from './usage-error.js';

/** What a package says of itself, on the command line. */
export const META_OPTIONS = {
  uri: { type: 'string' },
  'published-date': { type: 'string' },
  'publisher-name': { type: 'string' },
  'publisher-uri': { type: 'string' },
  'publisher-scheme': { type: 'string' },
  'publisher-uid': { type: 'string' },
  license: { type: 'string' },
  'publication-policy': { type: 'string' },
  extension: { type: 'string', multiple: true },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof META_OPTIONS }>>['values'];

/** @throws UsageError when something that the standard requires is missing or of another form. */
export function metaOf(values: Values): PackageMeta {
  const { publisher, ...rest } = combinedMetaOf(values);
  if (!publisher) throw new UsageError('Falta --publisher-name: el estándar pide quién publica.');
  return { ...rest, publisher };
}

type CombinedMeta = Pick<PackageMeta, 'uri' | 'publishedDate'> & Partial<PackageMeta>;

/** The same where the packages may say who publishes. */
export function combinedMetaOf(values: Values): CombinedMeta {
  const { uri, 'published-date': publishedDate, license, extension: extensions } = values;
  if (!uri) throw new UsageError('Falta --uri: el estándar pide la dirección del paquete.');
  if (!publishedDate) throw new UsageError('Falta --published-date: el estándar pide cuándo se publica.');
  const publicationPolicy = values['publication-policy'];
  return checked({ uri, publishedDate, ...publisherIn(values), license, publicationPolicy, extensions });
}

function publisherIn(values: Values): Pick<Partial<PackageMeta>, 'publisher'> {
  const name = values['publisher-name'];
  const [scheme, uid, uri] = [values['publisher-scheme'], values['publisher-uid'], values['publisher-uri']];
  return name ? { publisher: { name, scheme, uid, uri } } : {};
}

function checked(meta: CombinedMeta): CombinedMeta {
  const uri = meta.uri.replaceAll('{n}', '1');
  const whole = { version: '1.1', publisher: { name: '-' }, ...meta, uri };
  const findings = validatePackageMetadata(JSON.parse(JSON.stringify(whole)) as JsonObject);
  const error = findings.find(({ severity }) => severity === 'error');
  if (error) throw new UsageError(`${error.path}: ${error.message.es} ${error.remedy.es}`);
  return meta;
}
