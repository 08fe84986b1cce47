import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { fillStore } from './fill-store.js';
import { percentile } from './load-readers.js';
import { round } from './run-timed.js';
import { c7, freePort, generate, start } from './running-c7.js';
import { openEmbeddedServer } from '../dist/libs/database/src/index.js';

const BASE = 2_000;

const WORDS = [
  '',
  'papel',
  'servicio',
  'mantenimiento de equipo',
  'medicamentos',
  'limpieza',
  'computo',
  'licencias software',
  'vigilancia',
  'obra',
  'rehabilitacion',
  'vehiculos',
  'mobiliario',
  'impresion',
  'secretaria de salud',
  'escobas voladoras',
  'inexistentisimo',
  '"equipo de computo"',
  'papel -higienico',
  'consultoria',
];
const FILTERS = [
  '',
  'year=2025',
  'year=2026',
  'stage=implementation',
  'method=direct',
  'method=open&category=goods',
  'sort=amount',
  'sort=date',
  'min=100000&max=200000',
  'status=open',
  'stage=contract&sort=amount',
];

/** Searches of every kind that people make, each different: rare words and frequent ones, filters, orders, or none. */
const SEARCHES = WORDS.flatMap((words) =>
  FILTERS.map((filter) => [words && `q=${encodeURIComponent(words)}`, filter].filter(Boolean).join('&')),
).map((query) => `/procesos${query && `?${query}`}`);

/**
 * The public site over a large store: time to the first byte, weight of every page type, and what a browser with a slow
 * processor sees. `--processes=N` (300000), made of copies of 2,000 invented ones; `--samples=N` (400) pages of processes.
 * `--keep=FOLDER`: uses the store there, or makes it and leaves it.
 */
export async function* measure(flags) {
  const text = (name) => flags.find((flag) => flag.startsWith(`--${name}=`))?.slice(name.length + 3);
  const processes = Number(text('processes') ?? 300_000);
  const samples = Number(text('samples') ?? 400);
  const kept = text('keep');
  const folder = kept ?? mkdtempSync(path.join(tmpdir(), 'c7-portal-'));
  const place = ['--data-dir', path.join(folder, 'data')];
  mkdirSync(folder, { recursive: true });
  if (!existsSync(place[1])) await makeStore(folder, place, processes);
  const port = await freePort();
  const server = start('up', ...place, '--port', String(port));
  try {
    await server.says('Ctrl-C lo detiene');
    const origin = `http://127.0.0.1:${port}`;
    const ocids = await someOcids(origin, samples);
    yield* firstBytes(
      'process page',
      origin,
      ocids.map((ocid) => `/procesos/${ocid}`),
      80,
    );
    yield* firstBytes('search, each for the first time', origin, SEARCHES, 150);
    yield* firstBytes('search, the same again', origin, SEARCHES, 150);
    yield* firstBytes('home', origin, Array(50).fill('/'));
    for (const [name, page] of Object.entries(await pageTypes(origin, ocids[0]))) {
      const { bytes, compressed } = await weigh(origin, page);
      yield { name: `weight: ${name}`, value: round(compressed / 1_000, 1), unit: 'KB', target: 100 };
      if (bytes > 500_000)
        yield { name: `weight: ${name}, as it is unpacked`, value: round(bytes / 1_000, 1), unit: 'KB' };
    }
    yield* inBrowser(origin, await pageTypes(origin, ocids[0]));
  } finally {
    server.end();
    await server.over;
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function makeStore(folder, place, processes) {
  const say = (what) => process.stderr.write(`${what}\n`);
  say(`Publishing ${BASE} processes…`);
  await c7('ingest', ...(await generate(folder, BASE, 7, Infinity)), '--publisher', 'demo', '--wait', ...place);
  say(`Copying them up to ${processes}…`);
  const server = await openEmbeddedServer({ dataDir: place[1] });
  await fillStore(server.url, processes);
  await server.stop();
}

async function someOcids(origin, count) {
  const ocids = [];
  for (let page = `${origin}/api/v1/processes?limit=100`; ocids.length < count && page;) {
    const reply = await (await fetch(page)).json();
    ocids.push(...reply.processes.map(({ ocid }) => ocid));
    page = reply.links?.next?.replace(/^https?:\/\/[^/]+/, origin);
  }
  return ocids.slice(0, count);
}

async function* firstBytes(name, origin, paths, target) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = [];
  for (const one of paths) times.push(await firstByte(origin + one, agent));
  agent.destroy();
  const slowest = paths[times.indexOf(Math.max(...times))];
  const spread = `p50 ${round(percentile(times, 50), 1)} · max ${round(Math.max(...times), 1)} ms ${slowest}`;
  yield {
    name: `first byte: ${name}, p95 (${times.length}; ${spread})`,
    value: round(percentile(times, 95), 1),
    unit: 'ms',
    target,
  };
}

/** @returns milliseconds until the answer begins */
function firstByte(url, agent) {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const request = get(url, { agent, headers: { 'accept-encoding': 'br, gzip' } }, (reply) => {
      const ms = performance.now() - begin;
      if (reply.statusCode !== 200) reject(new Error(`${url} answered ${reply.statusCode}`));
      reply.resume().once('end', () => resolve(ms));
    });
    request.once('error', reject);
  });
}

async function pageTypes(origin, ocid) {
  const linked = async (list) => {
    const html = await (await fetch(origin + list)).text();
    return /<main[\s\S]*?href="(\/(?:proveedores|compradores)\/[^"?]+)"/.exec(html)?.[1];
  };
  return {
    home: '/',
    search: '/procesos?q=servicio',
    process: `/procesos/${ocid}`,
    changes: `/procesos/${ocid}/cambios`,
    suppliers: '/proveedores',
    supplier: await linked('/proveedores'),
    buyers: '/compradores',
    buyer: await linked('/compradores'),
    open: '/licitaciones-abiertas',
    explore: '/explorar',
    downloads: '/descargas',
    dictionary: '/diccionario',
    commitments: '/compromisos',
    'commitment 7': '/compromisos/7',
    measured: '/cumplimiento',
    'annual report': '/informe-anual/2017',
  };
}

/** A page with its styles, scripts and fonts, each as it travels. */
async function weigh(origin, page) {
  const html = await transferred(origin + page);
  const parts = [...html.text.matchAll(/<(?:link|script)\b[^>]*(?:href|src)="(\/assets\/[^"]+)"/g)].map(
    ([, href]) => href,
  );
  const rest = await Promise.all([...new Set(parts)].map((part) => transferred(origin + part)));
  return {
    bytes: html.bytes,
    compressed: [html, ...rest].reduce((sum, one) => sum + one.compressed, 0),
  };
}

function transferred(url) {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br, gzip' } }, (reply) => {
      const pieces = [];
      reply.on('data', (piece) => pieces.push(piece));
      reply.on('end', () => {
        const body = Buffer.concat(pieces);
        const encoding = reply.headers['content-encoding'];
        const plain = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
        resolve({ text: plain.toString(), bytes: plain.length, compressed: body.length });
      });
    }).once('error', reject);
  });
}

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Largest contentful paint and layout shift, the processor four times slower, on a telephone's window. */
async function* inBrowser(origin, pages) {
  if (!existsSync(CHROMIUM)) {
    process.stderr.write('No Chromium here: what a browser sees was not measured.\n');
    return;
  }
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  for (const [name, page] of Object.entries(pages)) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const tab = await context.newPage();
    const debug = await context.newCDPSession(tab);
    await debug.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await tab.addInitScript(OBSERVE);
    await tab.goto(origin + page, { waitUntil: 'load' });
    await tab.waitForTimeout(300);
    const { lcp, cls } = await tab.evaluate('window.__seen');
    yield { name: `largest contentful paint: ${name}`, value: Math.round(lcp), unit: 'ms', target: 1_200 };
    yield { name: `layout shift: ${name}`, value: round(cls, 3), unit: '', target: 0.02 };
    await context.close();
  }
  await browser.close();
}

const OBSERVE = `
window.__seen = { lcp: 0, cls: 0 };
new PerformanceObserver((list) => list.getEntries().forEach((e) => { window.__seen.lcp = e.startTime; }))
  .observe({ type: 'largest-contentful-paint', buffered: true });
new PerformanceObserver((list) => list.getEntries().forEach((e) => { if (!e.hadRecentInput) window.__seen.cls += e.value; }))
  .observe({ type: 'layout-shift', buffered: true });
`;
