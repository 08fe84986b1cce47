import type { DataSource } from 'typeorm';
import { Publisher } from '#database';
import { extensionsOf, type PackageMeta } from '#ocds';
import { extensionsInUse, loadProfiles, type Platform } from '#publishing';

const PAGINATION =
  'https://raw.githubusercontent.com/open-contracting-extensions/ocds_pagination_extension/master/extension.json';
/** Jalisco's own has no other address than the platform's. */
const IN_USE = extensionsOf(extensionsInUse(await loadProfiles())).flatMap(({ url }) => url ?? []);

/** Where the platform serves the extension that declares Jalisco's local fields. */
export const JALISCO_EXTENSION_PATH = '/schemas/extensions/jalisco/extension.json';

interface Contents {
  /** Path and query of the package, from the root. */
  readonly path: string;
  /** When its contents last changed. */
  readonly publishedDate: Date;
  readonly links?: PackageMeta['links'];
}

/** The head of a package that gathers several publishers: the platform signs it. */
export function platformPackage(platform: Platform, contents: Contents): PackageMeta {
  const { platformName, licenseUrl } = platform.settings;
  return {
    ...head(platform, contents),
    publisher: { name: platformName, uri: platform.publicUrl },
    license: licenseUrl,
  };
}

/** The head of a package of one publisher, who signs it. */
export async function publisherPackage(
  platform: Platform,
  dataSource: DataSource,
  publisherId: string,
  contents: Contents,
): Promise<PackageMeta> {
  const publisher = await dataSource.getRepository(Publisher).findOneByOrFail({ id: publisherId });
  const { name, scheme, uid, uri } = publisher;
  return {
    ...head(platform, contents),
    publisher: { name, scheme: scheme ?? undefined, uid: uid ?? undefined, uri: uri ?? undefined },
    license: publisher.license ?? platform.settings.licenseUrl,
  };
}

function head(platform: Platform, { path, publishedDate, links }: Contents) {
  const jalisco = platform.publicUrl + JALISCO_EXTENSION_PATH;
  return {
    uri: platform.publicUrl + path,
    publishedDate: publishedDate.toISOString(),
    publicationPolicy: `${platform.publicUrl}/politica-de-publicacion`,
    extensions: [jalisco, ...IN_USE, ...(links ? [PAGINATION] : [])],
    ...(links && { links }),
  };
}

/** Links of a page to its neighbours, keeping the other parameters of the query. */
export function pageLinks(
  platform: Platform,
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
  page: { readonly next: string | undefined; readonly prev: string | undefined },
) {
  const link = (cursor: string | undefined) =>
    cursor && `${platform.publicUrl}${path}?${toQuery({ ...query, cursor })}`;
  return { next: link(page.next), prev: link(page.prev) };
}

/** A query string of the parameters that have a value. */
export function toQuery(query: Readonly<Record<string, string | number | undefined>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value));
  return parameters.toString();
}
