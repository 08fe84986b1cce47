/** What a declared URL says of an extension: its repository (`owner/name`, lower case) or its id in a registry. */
export type ExtensionAddress = { readonly repository: string } | { readonly id: string };

const HOSTED =
  /^https?:\/\/(?:raw\.githubusercontent\.com|(?:www\.)?github\.com|codeload\.github\.com|api\.github\.com\/repos|cdn\.jsdelivr\.net\/gh)\/([^/?#@]{1,100}\/[^/?#@]{1,100})/i;
const EXPLORER = /^https?:\/\/extensions\.open-contracting\.org\/[a-z]{2}\/extensions\/([^/?#]{1,100})(?:[/?#]|$)/i;
const SERVED = /^https?:\/\/[^?#]{1,500}\/schemas\/extensions\/([^/?#]{1,100})\/extension\.json$/i;

/** Reads an extension's URL; `undefined` when it has none of the usual forms. */
export function extensionAddress(url: string): ExtensionAddress | undefined {
  const [, repository] = HOSTED.exec(url) ?? [];
  if (repository !== undefined) return { repository: repository.replace(/\.git$/i, '').toLowerCase() };
  const [, id] = EXPLORER.exec(url) ?? SERVED.exec(url) ?? [];
  return id === undefined ? undefined : { id };
}
