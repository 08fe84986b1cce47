import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { sampleWorkbook } from '../../libs/tables/test/sample-workbook.js';
import { type C7, runC7, runShell } from '../e2e/c7-process.js';
import { makeProduct, type Product } from '../e2e/running-product.js';
import { intakeClient, type IntakeClient } from '../intake-client.js';
import { outcomesOf } from './outcomes.js';
import { rawRequest, sendRaw } from './send-raw.js';

const MB = 1024 * 1024;
const FLOOR_MS = 250;
/** Of the server itself; what reads the file beside it has a limit of its own. */
const MOST_GROWTH = 150 * MB;
const MOST_OF_A_READER = 1_024 * MB;
const PASSWORD = 'tres tristes trigales 9';

let product: Product;
let c7: C7;
let client: IntakeClient;
let desk: { cookie: string; csrf: string };
let quiet: number;

beforeAll(async () => {
  product = await makeProduct();
  c7 = await product.up();
  const place = `--data-dir ${product.dataDir}`;
  const person = `user add eva@example.org --name Eva --role publisher@sepaf --password-stdin ${place}`;
  await runShell(product.folder, `echo '${PASSWORD}' | $C7 ${person}`);
  const scopes = ['batch:read', 'batch:upload'].flatMap((scope) => ['--scope', scope]);
  const named = ['--organisation', 'sepaf', '--name', 'Sistema', ...scopes, '--data-dir', product.dataDir];
  const made = await runC7('key', 'add', ...named);
  const [key] = /c7k_\w+_[\w-]+/.exec(made.out + made.err)!;
  client = intakeClient(`http://127.0.0.1:${product.port}`, key);
  desk = await enter();
  await p95(() => true);
  quiet = await p95(() => true);
});
afterAll(() => product.dispose());

async function enter() {
  const origin = `http://localhost:${product.port}`;
  const body = new URLSearchParams({ correo: 'eva@example.org', clave: PASSWORD });
  const reply = await fetch(`${origin}/escritorio/entrar`, { method: 'POST', body, redirect: 'manual' });
  const [cookie] = reply.headers.get('set-cookie')!.split(';') as [string];
  const page = await (await fetch(`${origin}/escritorio/cargar`, { headers: { cookie } })).text();
  return { cookie, csrf: /_csrf(?:=|" value=")([\w-]+)/.exec(page)![1]! };
}

/** How long another reader waits for the list of releases, until it is over: 95 of 100 times no longer than this. */
async function p95(isOver: () => boolean): Promise<number> {
  const times: number[] = [];
  while (!isOver() || times.length < 60) {
    const { status, ms } = await sendRaw(product.port, rawRequest('GET', '/api/v1/releases?limit=20'));
    expect(status).toBe(200);
    times.push(ms);
  }
  return times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!;
}

async function memoryOf(pid: number, what: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(new RegExp(`^${what}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) * 1024;
}

/** The most that any reader of files takes that the server has beside it. */
async function readersPeak(server: number): Promise<number> {
  const children = await readFile(`/proc/${server}/task/${server}/children`, 'utf8').catch(() => '');
  const sizes = await Promise.all(
    children
      .split(' ')
      .filter(Boolean)
      .map((pid) => memoryOf(Number(pid), 'VmHWM')),
  );
  return Math.max(0, ...sizes);
}

const SHEET = 'xl/worksheets/sheet0.xml';
const CELL = '<row><c><v>1</v></c></row>';
const book = (part: string, content: string) => sampleWorkbook({ sheets: { Datos: CELL }, parts: { [part]: content } });
const NINE = Array.from('bcdefghij', (name, n) => `<!ENTITY ${name} "${`&${'abcdefghi'[n]};`.repeat(10)}">`);
const ENTITIES = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha">${NINE.join('')}]><worksheet><sheetData><row><c><v>&j;</v></c></row></sheetData></worksheet>`;

const BOMBS: readonly [what: string, code: string, name: string, bytes: () => Promise<Buffer> | Buffer][] = [
  ['a zip bomb', 'ZIP_BOMB', 'a.xlsx', () => book('xl/media/a.xml', ' '.repeat(400 * MB))],
  ['an XML bomb', 'UNSAFE_XML', 'b.xlsx', () => book(SHEET, ENTITIES)],
  ['a CSV bomb', 'ZIP_BOMB', 'c.csv.gz', () => gzipSync(Buffer.alloc(600 * MB, 'a,b\n'))],
  [
    'a CSV file that is one cell',
    'CELL_TOO_LONG',
    'd.csv',
    () => Buffer.concat([Buffer.from('a,b\n'), Buffer.alloc(30 * MB, 'x')]),
  ],
];

const WAYS: readonly [way: string, send: (name: string, bytes: Buffer) => Promise<string>][] = [
  [
    '`POST /api/v1/batches`',
    async (name, bytes) => (await client.send(bytes, `preview=true&fileName=${name}`)).body.id,
  ],
  [
    'the form of the desk',
    async (name, bytes) => {
      const body = new FormData();
      body.set('publicador', 'sepaf');
      body.set('archivo', new Blob([new Uint8Array(bytes)]), name);
      const address = `http://localhost:${product.port}/escritorio/cargar?_csrf=${desk.csrf}`;
      const reply = await fetch(address, {
        method: 'POST',
        body,
        headers: { cookie: desk.cookie },
        redirect: 'manual',
      });
      expect(reply.status).toBe(303);
      return reply.headers.get('location')!.split('/').at(-1)!;
    },
  ],
];

const { attempt } = outcomesOf('sent-bombs');

describe('a file made to exhaust that is sent', () => {
  for (const [way, send] of WAYS)
    for (const [what, code, name, bytes] of BOMBS)
      attempt(
        `${what}, by ${way}`,
        `refused (${code}); other readers are not kept waiting, memory of the server and of its reader is bounded`,
        async () => {
          const content = await bytes();
          const pid = c7.child.pid!;
          const before = await memoryOf(pid, 'VmRSS');
          const sent = { over: false };
          let reader = 0;
          const watching = (async () => {
            for (; !sent.over; await pause(25)) reader = Math.max(reader, await readersPeak(pid));
          })();
          const fate = send(name, content).then((id) => client.settled(id));
          void fate.finally(() => (sent.over = true)).catch(() => {});
          const loud = await p95(() => sent.over);
          const { state, error } = await fate;
          await watching;
          expect({ state, code: error?.code }).toEqual({ state: 'refused', code });
          expect((await memoryOf(pid, 'VmRSS')) - before).toBeLessThan(MOST_GROWTH);
          expect(reader).toBeGreaterThan(0);
          expect(reader).toBeLessThan(MOST_OF_A_READER);
          expect(loud).toBeLessThan(Math.max(2 * quiet, FLOOR_MS));
        },
      );
});
