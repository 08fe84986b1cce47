import { setTimeout as pass } from 'node:timers/promises';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { compressAnswers } from '../../apps/api/src/compress-answers.js';
import { shareAnswers } from '../../apps/api/src/share-answers.js';

let server: FastifyInstance;
let origin: string;
/** How often an answer was made. */
let made: number;
/** Those who make an answer wait for it. */
let open: () => void;
let gate: Promise<void>;

beforeEach(async () => {
  made = 0;
  gate = new Promise((resolve) => (open = resolve));
  server = fastify();
  compressAnswers(server);
  shareAnswers(server);
  const slow = (change: (reply: FastifyReply) => void) => async (_: unknown, reply: FastifyReply) => {
    made++;
    const told = `answer ${made} `.repeat(200);
    await gate;
    change(reply);
    await reply.type('text/plain; charset=utf-8').send(told);
  };
  server.get(
    '/page',
    slow(() => {}),
  );
  server.get(
    '/fails',
    slow((reply) => void reply.code(500)),
  );
  server.get(
    '/private',
    slow((reply) => void reply.header('cache-control', 'private, no-store')),
  );
  server.get(
    '/cookie',
    slow((reply) => void reply.header('set-cookie', 'a=b')),
  );
  server.post(
    '/page',
    slow(() => {}),
  );
  origin = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  open();
  await server.close();
});

const bodyOf = async (path: string, init: RequestInit = {}) => (await fetch(origin + path, init)).text();

/** So many ask at once; the answers are let go when all have arrived. */
async function atOnce(path: string, inits: readonly RequestInit[]): Promise<string[]> {
  const asked = inits.map((init) => bodyOf(path, init));
  await pass(150);
  open();
  return Promise.all(asked);
}

const ten = (init: RequestInit = {}) => Array.from({ length: 10 }, () => init);

describe('answers that several wait for', () => {
  it('are made once, and given to all of them, packed as they asked', async () => {
    const told = await atOnce('/page', [...ten(), ...ten({ headers: { 'accept-encoding': 'gzip' } })]);
    expect(made).toBe(2);
    expect(new Set(told.slice(0, 10)).size).toBe(1);
    expect(new Set(told.slice(10)).size).toBe(1);
  });

  it('say the same in every header', async () => {
    const asked = [fetch(`${origin}/page`), fetch(`${origin}/page`)];
    await pass(150);
    open();
    const [first, second] = (await Promise.all(asked)).map(({ status, headers }) => ({
      status,
      headers: Object.fromEntries([...headers].filter(([name]) => name !== 'date')),
    }));
    expect(made).toBe(1);
    expect(first).toEqual(second);
    expect(first).toMatchObject({ status: 200, headers: { vary: 'accept-encoding', 'content-encoding': 'gzip' } });
  });

  it('are given for a second more', async () => {
    await atOnce('/page', ten());
    await bodyOf('/page');
    expect(made).toBe(1);
    await pass(1_100);
    await bodyOf('/page');
    expect(made).toBe(2);
  });

  it('are not told to whoever asks in another language or for another address', async () => {
    const languages = ['es', 'en'].map((language) => ({ headers: { 'accept-language': language } }));
    await atOnce('/page', languages);
    await bodyOf('/page?x=1');
    expect(made).toBe(3);
  });

  it('reach those who wait also when the first has gone', async () => {
    const leaving = new AbortController();
    const left = bodyOf('/page', { signal: leaving.signal }).catch(() => 'gone');
    await pass(100);
    const waiting = bodyOf('/page');
    await pass(50);
    leaving.abort();
    expect(await left).toBe('gone');
    open();
    expect(await waiting).toContain('answer');
  });
});

describe('each gets an answer of their own', () => {
  it('who asks when nobody else does', async () => {
    open();
    for (let n = 1; n <= 3; n++) expect(await bodyOf('/page')).toContain(`answer ${n} `);
  });

  it.each(['cookie', 'authorization', 'range'])('who sends a header that is theirs: %s', async (name) => {
    const told = await atOnce('/page', ten({ headers: { [name]: 'x' } }));
    expect(new Set(told).size).toBe(10);
  });

  it.each(['/private', '/cookie', '/fails'])('of what is not for all: %s', async (path) => {
    const told = await atOnce(path, ten());
    expect(new Set(told).size).toBe(10);
  });

  it('who sends something', async () => {
    const told = await atOnce('/page', ten({ method: 'POST' }));
    expect(new Set(told).size).toBe(10);
  });
});
