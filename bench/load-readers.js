import { Agent, get } from 'node:http';

/** What readers ask for, by kind. */
const PAGES = {
  'page: home': () => '/',
  'page: search': () => `/procesos?q=${pick(['papel', 'servicio', 'limpieza', 'obra', 'medicamento'])}`,
  'page: process': (ocid) => `/procesos/${ocid}`,
  'API: releases': () => '/api/v1/releases?limit=20',
  'API: record': (ocid) => `/api/v1/records/${ocid}`,
  'API: changes': () => '/api/v1/changes?after=0&limit=100',
  'API: search': () => `/api/v1/processes?q=${pick(['papel', 'servicio', 'obra'])}&limit=20`,
};
const PATIENCE_MS = 30_000;

/**
 * So many readers ask for pages and data in turn, each with a connection of its own, for a time.
 *
 * @returns milliseconds by kind, and what went wrong: an answer that is not 200, or none
 */
export async function read(origin, { readers, seconds, pauseMs = 1_000 }) {
  const ocids = await someOcids(origin);
  const kinds = Object.fromEntries(Object.keys(PAGES).map((kind) => [kind, []]));
  const errors = [];
  const end = performance.now() + seconds * 1_000;
  const reader = async (_, index) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    await pause((pauseMs * index) / readers); // not all in the same instant
    while (performance.now() < end) {
      const kind = pick(Object.keys(PAGES));
      const begin = performance.now();
      const fault = await ask(origin + PAGES[kind](pick(ocids)), agent);
      if (fault) errors.push(`${kind}: ${fault}`);
      else kinds[kind].push(performance.now() - begin);
      await pause(pauseMs * (0.5 + Math.random()));
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: readers }, reader));
  return { kinds, errors, seconds, all: () => Object.values(kinds).flat() };
}

export function percentile(times, part) {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * part) / 100) - 1)] ?? Number.NaN;
}

async function someOcids(origin) {
  const reply = await fetch(`${origin}/api/v1/changes?after=0&limit=200`);
  return (await reply.json()).changes.map(({ ocid }) => ocid);
}

/** Reads the whole answer. @returns what was wrong with it */
function ask(url, agent) {
  return new Promise((resolve) => {
    const request = get(url, { agent, timeout: PATIENCE_MS }, (reply) => {
      reply.resume();
      reply.once('error', ({ message }) => resolve(message));
      reply.once('end', () => resolve(reply.statusCode === 200 ? undefined : `answered ${reply.statusCode}`));
    });
    request.once('timeout', () => request.destroy(new Error('not answered in time')));
    request.once('error', ({ message }) => resolve(message));
  });
}

function pause(ms) {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function pick(list) {
  return list[Math.floor(Math.random() * list.length)];
}
