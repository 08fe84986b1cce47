import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** How long an answer that several waited for is given on. */
const KEPT_MS = 1_000;
/** Of answers that are given on, all together. */
const KEPT_BYTES = 32 << 20;

/** What an answer may depend on, besides its address. */
const ASKED_BY = ['host', 'accept', 'accept-encoding', 'accept-language', 'if-none-match', 'if-modified-since'];
/** Who tells who they are, or wants a part, gets an answer of their own. */
const PERSONAL = ['cookie', 'authorization', 'range'];

interface Answer {
  readonly status: number;
  readonly headers: ReturnType<FastifyReply['getHeaders']>;
  readonly body: Buffer;
}

/** An answer in the making, and whether others wait for it. */
interface Flight {
  readonly landed: Promise<Answer | undefined>;
  readonly land: (answer?: Answer) => void;
  shared: boolean;
}

/**
 * Who asks for what somebody is waiting for gets the same answer, made once; and for a second more, when several waited.
 * Whoever asks while nobody else does gets one of their own, so that a quiet site is never late. It comes to bear when
 * more ask than can be answered. Register it after all that adds headers.
 */
export function shareAnswers(fastify: FastifyInstance): void {
  const flights = new Map<string, Flight>();
  const led = new WeakMap<FastifyRequest, Flight>();
  let keptBytes = 0;

  fastify.addHook('onRequest', async (request, reply) => {
    const key = keyOf(request);
    if (key === undefined) return undefined;
    const flight = flights.get(key);
    if (flight === undefined) {
      const own = newFlight();
      flights.set(key, own);
      led.set(request, own);
      // Also when the one who asked first has gone, or the answer is a stream.
      reply.raw.once('close', () => own.land());
      void own.landed.then((answer) => keep(key, own, answer));
      return undefined;
    }
    flight.shared = true;
    const answer = await flight.landed;
    return answer && reply.code(answer.status).headers(answer.headers).send(answer.body);
  });

  fastify.addHook('onSend', (request, reply, payload, done) => {
    led.get(request)?.land(mayBeShared(reply, payload) ? answerOf(reply, payload) : undefined);
    done(null, payload);
  });

  function keep(key: string, { shared }: Flight, answer: Answer | undefined): void {
    const bytes = answer?.body.length ?? 0;
    if (answer === undefined || !shared || keptBytes + bytes > KEPT_BYTES) return void flights.delete(key);
    keptBytes += bytes;
    setTimeout(() => {
      keptBytes -= bytes;
      flights.delete(key);
    }, KEPT_MS).unref();
  }
}

function keyOf({ method, url, headers }: FastifyRequest): string | undefined {
  if (method !== 'GET' || PERSONAL.some((name) => headers[name] !== undefined)) return undefined;
  return JSON.stringify([url, ...ASKED_BY.map((name) => headers[name])]);
}

function newFlight(): Flight {
  let land!: Flight['land'];
  const landed = new Promise<Answer | undefined>((resolve) => (land = resolve));
  return { landed, land, shared: false };
}

function mayBeShared(reply: FastifyReply, payload: unknown): payload is string | Buffer {
  if (reply.statusCode >= 500 || reply.hasHeader('set-cookie')) return false;
  if (/no-store|private/.test(String(reply.getHeader('cache-control')))) return false;
  return typeof payload === 'string' || Buffer.isBuffer(payload);
}

function answerOf(reply: FastifyReply, body: string | Buffer): Answer {
  return { status: reply.statusCode, headers: { ...reply.getHeaders() }, body: Buffer.from(body) };
}
