import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isJsonObject, type Json } from '#ocds';
import { ConnectorError } from '../connector-error.js';
import { OutboundError, resolveLink } from '#outbound';
import type { Run, RunKind } from '../run/run.js';
import { MOST_IN_MEMORY, readJson, unreadable } from './read-json.js';

/**
 * Follows the pages of an OCDS API by `links.next` to the last one, each taken as a file. After each page the position
 * moves on, so that a run that breaks off, or that reaches its number of pages, is continued by the next.
 *
 * @see https://standard.open-contracting.org/1.1/en/guidance/build/hosting/#apis (pagination)
 */
export const runOcdsApi: RunKind<'ocds-api'> = async (run) => {
  const { url, maxPages } = run.connector.config;
  const visited = new Set<string>();
  let next: string | undefined = await beginning(run);
  while (next !== undefined && visited.size < maxPages) {
    if (visited.has(next)) throw await loopAt(run, next);
    visited.add(next);
    const page: string = next;
    next = await takePage(run, page).catch((error: unknown) => {
      // The remembered page is gone (a cursor that expired): from the start, where all is known already.
      if (isGone(error) && visited.size === 1 && page !== url) return url;
      throw error;
    });
    await run.moveTo(next === undefined ? afterEnd(run, page) : { next });
  }
};

/** Where the run before left off, or the start. */
async function beginning({ connector }: Run<'ocds-api'>): Promise<string> {
  const { next } = connector.position;
  return typeof next === 'string' ? next : connector.config.url;
}

function afterEnd({ connector }: Run<'ocds-api'>, lastPage: string) {
  return connector.config.afterEnd === 'last-page' ? { next: lastPage } : {};
}

/** @returns the address of the next page, if there is one. */
async function takePage(run: Run<'ocds-api'>, address: string): Promise<string | undefined> {
  run.signal.throwIfAborted();
  const path = join(run.scratch, 'pagina.json');
  const maxBytes = Math.min(run.maxBytes, MOST_IN_MEMORY);
  const answer = await run.download(address, path, { maxBytes });
  if (answer.unchanged) return undefined;
  const next = nextLink((await readJson(path, address)) as Json, answer.url);
  const taken = await run.take(path);
  if (taken.fault) throw unreadable(address, taken.fault.message);
  await rm(path);
  return next;
}

function nextLink(page: Json, address: string): string | undefined {
  if (!isJsonObject(page)) throw unreadable(address, 'no es un paquete');
  const { links } = page;
  const next = isJsonObject(links) ? links['next'] : undefined;
  if (next === undefined || next === null || next === '') return undefined;
  if (typeof next !== 'string') throw unreadable(address, 'links.next no es una dirección');
  return resolveLink(next, new URL(address)).href;
}

function isGone(error: unknown): boolean {
  return error instanceof OutboundError && [400, 404, 410].includes(error.status ?? 0);
}

/** The next run begins at the start: the position would only lead it round again. */
async function loopAt(run: Run<'ocds-api'>, address: string): Promise<ConnectorError> {
  await run.moveTo({});
  return new ConnectorError(
    'LINK_LOOP',
    `links.next vuelve a una página ya leída: ${address}`,
    'Avisar a quien administra la fuente: sus páginas no llegan a un final.',
  );
}
