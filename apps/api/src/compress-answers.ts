import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Below this a packet is a packet. */
const LEAST = 1_200;
const TEXT = /^(text\/|image\/svg|application\/([\w.-]+\+)?(json|xml|javascript|problem))/;

/** Past this, time counts for more than size. */
const LARGE = 1 << 20;
/** Pages with a token in them say nothing by their size (https://www.breachattack.com/). */
const WITH_SECRETS = /^\/escritorio(?=[/?]|$)/;

type Encoding = 'br' | 'gzip';

const PACK: Readonly<Record<Encoding, (body: Buffer) => Promise<Buffer>>> = {
  // Quality 4 packs a page in a millisecond or two, and nearly as small as 11 would.
  br: (body) => brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: body.length < LARGE ? 4 : 1 } }),
  gzip: (body) => gzipped(body, { level: body.length < LARGE ? 6 : 1 }),
};

/**
 * Packs text for whoever says that they unpack it (https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3). Streams and
 * files that are packed already go out as they are. The ETag of what is packed is weak; who brings it back is understood.
 */
export function compressAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _, done) => {
    const known = request.headers['if-none-match'];
    if (known?.startsWith('W/')) request.headers['if-none-match'] = known.slice(2);
    done();
  });
  fastify.addHook('onSend', async (request, reply, payload) => {
    const encoding = chosen(request.headers['accept-encoding']);
    if (WITH_SECRETS.test(request.url) || !isText(reply, payload)) return payload;
    void reply.header('vary', varied(reply));
    const body = Buffer.from(payload as string | Buffer);
    if (encoding === undefined || body.length < LEAST || request.method === 'HEAD') return payload;
    const etag = reply.getHeader('etag');
    if (typeof etag === 'string' && !etag.startsWith('W/')) void reply.header('etag', `W/${etag}`);
    void reply.header('content-encoding', encoding).removeHeader('content-length');
    return PACK[encoding](body);
  });
}

function isText(reply: FastifyReply, payload: unknown): boolean {
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return false;
  if (reply.hasHeader('content-encoding')) return false;
  return TEXT.test(String(reply.getHeader('content-type') ?? ''));
}

function varied(reply: FastifyReply): string {
  const told = String(reply.getHeader('vary') ?? '');
  if (told.includes('accept-encoding')) return told;
  return told === '' ? 'accept-encoding' : `${told}, accept-encoding`;
}

/** The first of ours that is taken; `;q=0` refuses it. */
function chosen(accepted: string | undefined): Encoding | undefined {
  const taken = new Set(
    (accepted ?? '')
      .toLowerCase()
      .split(',')
      .map((one) => one.trim().split(/\s*;\s*/))
      .filter(([, weight]) => !/^q=0(\.0*)?$/.test(weight ?? ''))
      .map(([name]) => name),
  );
  return (['br', 'gzip'] as const).find((name) => taken.has(name));
}
