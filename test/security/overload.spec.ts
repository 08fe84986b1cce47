import { readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import type { C7 } from '../e2e/c7-process.js';
import { makeProduct, type Product } from '../e2e/running-product.js';
import { outcomesOf } from './outcomes.js';
import { rawRequest, sendRaw } from './send-raw.js';

const SAMPLES = process.env['C7_QUICK'] ? 60 : 300;
/** Below this nobody waits, and the noise of a busy machine is greater than what is measured. */
const FLOOR_MS = 250;
const MOST_GROWTH = 150 * 1024 * 1024;
const SLOW_SOCKETS = 200;

let product: Product;
let c7: C7;
let quiet: number;

beforeAll(async () => {
  product = await makeProduct();
  c7 = await product.up('--demo');
  await p95(20);
  quiet = await p95(SAMPLES);
});
afterAll(() => product.dispose());

const { attempt } = outcomesOf('overload');

/** How long another reader waits for the list of releases: 95 of 100 times no longer than this. */
async function p95(samples: number): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < samples; n++) {
    const { status, ms } = await sendRaw(product.port, rawRequest('GET', '/api/v1/releases?limit=20'));
    expect(status).toBe(200);
    times.push(ms);
  }
  return times.sort((a, b) => a - b)[Math.ceil(samples * 0.95) - 1]!;
}

async function residentBytes(): Promise<number> {
  const status = await readFile(`/proc/${c7.child.pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)![1]) * 1024;
}

/** Attacks while another reader reads, and looks at what it did to that reader and to the memory. */
async function under(attack: (over: () => boolean) => Promise<void>): Promise<void> {
  const before = await residentBytes();
  let over = false;
  const attacking = attack(() => over);
  const loud = await p95(SAMPLES);
  over = true;
  await attacking;
  expect((await residentBytes()) - before).toBeLessThan(MOST_GROWTH);
  expect(loud).toBeLessThan(Math.max(2 * quiet, FLOOR_MS));
}

const OVERSIZE: readonly [what: string, answers: readonly number[], bytes: () => string][] = [
  ['a form of 2 MB', [413], () => rawRequest('POST', '/escritorio/entrar', [FORM], 'x'.repeat(2e6))],
  ['a body announced as 10 GB', [413], () => announced('10737418240')],
  ['a body of a length that is none', [400], () => announced('-1')],
  ['two lengths, or a length and chunks (smuggling)', [400], () => announced('5\r\nTransfer-Encoding: chunked')],
  ['an address of 100 KB', [414, 431], () => rawRequest('GET', `/procesos?q=${'a'.repeat(1e5)}`)],
  [
    '5,000 query parameters',
    [400, 414, 431],
    () => rawRequest('GET', `/procesos?${many((n) => `a${n}=1`, 5000).join('&')}`),
  ],
  [
    '1,000 headers',
    [200],
    () =>
      rawRequest(
        'GET',
        '/',
        many((n) => `X-A${n}: 1`, 1000),
      ),
  ],
  ['a header of 100 KB', [431], () => rawRequest('GET', '/', [`X-A: ${'a'.repeat(1e5)}`])],
  [
    'JSON of 100,000 levels',
    [400, 413],
    () => rawRequest('POST', '/escritorio/entrar', ['Content-Type: application/json'], '['.repeat(1e5)),
  ],
];
const FORM = 'Content-Type: application/x-www-form-urlencoded';
const many = <One>(one: (n: number) => One, count: number): One[] => Array.from({ length: count }, (_, n) => one(n));
const said = (answers: readonly number[]) =>
  answers.includes(200) ? 'answered as usual' : `refused (${answers.join(' or ')})`;
const announced = (length: string) =>
  `POST /escritorio/entrar HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${FORM}\r\nContent-Length: ${length}\r\n\r\nhello`;

describe('too much at once', () => {
  for (const [what, answers, bytes] of OVERSIZE)
    attempt(what, `${said(answers)}; other readers are not kept waiting, memory is bounded`, () =>
      under(async (over) => {
        do expect(answers).toContain((await sendRaw(product.port, bytes())).status);
        while (!over());
      }),
    );
});

describe('too slowly', () => {
  const HEAD = 'POST /escritorio/entrar HTTP/1.1\r\nHost: x\r\n';
  const slowly: readonly [string, string][] = [
    [`${SLOW_SOCKETS} connections that dribble their headers`, HEAD],
    [`${SLOW_SOCKETS} connections that dribble their body`, `${HEAD}${FORM}\r\nContent-Length: 100000\r\n\r\n`],
    [`${SLOW_SOCKETS} connections that say nothing`, ''],
  ];
  for (const [what, head] of slowly)
    attempt(what, 'other readers are not kept waiting, memory is bounded', () => under((over) => dribble(head, over)));
});

async function dribble(head: string, over: () => boolean): Promise<void> {
  const sockets = many(() => open(head), SLOW_SOCKETS);
  while (!over()) {
    for (const socket of sockets) if (head && socket.writable) socket.write('x');
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
  }
  for (const socket of sockets) socket.destroy();
}

function open(head: string): Socket {
  const socket = connect(product.port, '127.0.0.1');
  socket.on('error', () => {});
  socket.resume();
  if (head) socket.write(head);
  return socket;
}
