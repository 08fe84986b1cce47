import { join } from 'node:path';
import { ConnectorError } from '../connector-error.js';
import { OutboundError, resolveLink } from '#outbound';
import type { Run, RunKind } from '../run/run.js';
import { fileNameOf } from './file-name.js';
import { validatorsOf } from './http.js';
import { MOST_IN_MEMORY, readJson, unreadable } from './read-json.js';

type Walk = Run<'ocapi-2017'>;

/** Processes that fail one after another before the source as a whole counts as broken. */
const MOST_IN_A_ROW = 10;

/**
 * Walks the state's publication of 2017: the year's list of processes, of each its record package, of each its release
 * packages. A release package is taken once for good: its address names the second of its making. Where one is gone,
 * the record package is taken too, whose compiledRelease stands in (docs/decisions/0002).
 */
export const runOcapi2017: RunKind<'ocapi-2017'> = async (run) => {
  const list = await listProcesses(run);
  let inARow = 0;
  for (const address of list) {
    run.signal.throwIfAborted();
    try {
      await takeProcess(run, address);
      inARow = 0;
    } catch (error) {
      if (!isOfTheSource(error) || ++inARow >= MOST_IN_A_ROW) throw error;
      await run.remember(address, '{}', await run.refuse(error));
    }
  }
};

async function listProcesses(run: Walk): Promise<ReadonlySet<string>> {
  const { url, year } = run.connector.config;
  const address = `${url.replace(/\/+$/, '')}/OCApi/${year}/contracts`;
  const list = await fetchJson(run, address);
  if (!Array.isArray(list)) throw unreadable(address, 'no es una lista de procesos');
  return new Set(
    list.map((entry: unknown) => linkOf((entry as { URIContract?: unknown } | null)?.URIContract, address)),
  );
}

async function takeProcess(run: Walk, address: string): Promise<void> {
  const path = join(run.scratch, fileNameOf(address));
  const known = validatorsOf(await run.knownSignature(address));
  const answer = await run.download(address, path, { known, maxBytes: Math.min(run.maxBytes, MOST_IN_MEMORY) });
  if (answer.unchanged) return;
  const record = (await readJson(path, address)) as { packages?: unknown } | null;
  const packages = Array.isArray(record?.packages) ? record.packages.map((link) => linkOf(link, address)) : [];
  const complete = await takePackages(run, packages);
  const taken = complete && packages.length > 0 ? undefined : await run.take(path);
  if (!taken?.fault) await run.remember(address, JSON.stringify(complete ? answer.validators : {}), taken);
}

/** @returns whether every package is here. */
async function takePackages(run: Walk, addresses: readonly string[]): Promise<boolean> {
  let complete = true;
  for (const address of addresses) {
    if ((await run.knownSignature(address)) !== undefined) continue;
    const path = join(run.scratch, fileNameOf(address));
    try {
      await run.download(address, path);
    } catch (error) {
      if (!(error instanceof OutboundError) || (error.status !== 404 && error.status !== 410)) throw error;
      complete = false;
      continue;
    }
    const taken = await run.take(path);
    if (taken.fault) complete = false;
    else await run.remember(address, 'taken', taken);
  }
  return complete;
}

async function fetchJson(run: Walk, address: string): Promise<unknown> {
  const path = join(run.scratch, 'lista.json');
  await run.download(address, path, { maxBytes: Math.min(run.maxBytes, MOST_IN_MEMORY) });
  return readJson(path, address);
}

function linkOf(link: unknown, address: string): string {
  if (typeof link !== 'string') throw unreadable(address, 'una dirección falta o no es texto');
  return resolveLink(link, new URL(address)).href;
}

function isOfTheSource(error: unknown): boolean {
  return error instanceof OutboundError || (error instanceof ConnectorError && error.code === 'PAGE_UNREADABLE');
}
