import { createGzip, gzipSync } from 'node:zlib';
import { createOutboundGuard, type FetchOptions, guardedFetch, type Resolve } from '#outbound';
import { openSourceServer, type SourceServer } from './connectors/source-server.js';

const LOCAL = ['127.0.0.1'];
let server: SourceServer;
let port: string;

beforeAll(async () => {
  server = await openSourceServer();
  port = new URL(server.url).port;
  server.answers.set('/hola', (_, response) => response.end('hola'));
});
afterAll(() => server.close());

async function read(address: string, options: FetchOptions = {}, allow = LOCAL, resolve?: Resolve): Promise<string> {
  const answer = await guardedFetch(createOutboundGuard(allow, resolve), address, options);
  const pieces: Buffer[] = [];
  for await (const piece of answer.body) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

const redirect = (path: string, location: string) =>
  server.answers.set(path, (_, response) => response.writeHead(302, { location }).end());

describe('where requests go', () => {
  it.each([
    'http://127.0.0.1:PORT/hola',
    'http://localhost:PORT/hola',
    'http://2130706433:PORT/hola',
    'http://0x7f.1:PORT/hola',
    'http://0.0.0.0:PORT/hola',
    'http://[::]:PORT/hola',
    'http://[::1]:PORT/hola',
    'http://[::ffff:127.0.0.1]:PORT/hola',
    'http://[64:ff9b::7f00:1]:PORT/hola',
    'http://10.0.0.1/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://192.168.1.1/',
    'http://172.31.255.255/',
    'http://198.18.0.1/',
    'http://192.0.0.1/',
    'http://255.255.255.255/',
    'http://[::ffff:0:127.0.0.1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b:1::a00:1]/',
    'http://[2001::1]/',
    'http://[2001:db8::1]/',
    'http://[fec0::1]/',
    'http://[5f00::1]/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://①②⑦.⓪.⓪.①/',
    'http://224.0.0.1/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://[ff02::1]/',
    'http://[2002:7f00:1::]/',
  ])('refuses %s, which is not public', async (address) => {
    const asked = server.asked.length;
    await expect(read(address.replace('PORT', port), {}, [])).rejects.toMatchObject({ code: 'ADDRESS_FORBIDDEN' });
    expect(server.asked).toHaveLength(asked);
  });

  it('reaches what the operator lists, by address, network or name', async () => {
    for (const allow of ['127.0.0.1', '127.0.0.0/8']) {
      expect(await read(`http://127.0.0.1:${port}/hola`, {}, [allow])).toBe('hola');
    }
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    expect(await read(`http://interno.example:${port}/hola`, {}, ['interno.example'], resolve)).toBe('hola');
  });

  it.each(['10.0.0.0/33', 'http://interno', '', '10.0.0.1/', 'a b'])('refuses a list with «%s»', (entry) => {
    expect(() => createOutboundGuard([entry])).toThrow(expect.objectContaining({ code: 'ALLOW_LIST_INVALID' }));
  });

  it('connects only to the address it checked, whatever the name answers the next time', async () => {
    const other = await openSourceServer('127.0.0.2');
    const answers = ['127.0.0.2', '127.0.0.1'];
    const resolve = async () => [{ address: answers.shift()!, family: 4 }];
    const { port: otherPort } = new URL(other.url);
    other.answers.set('/a', (_, response) =>
      response.writeHead(302, { location: `http://cambia.example:${port}/hola` }).end(),
    );
    const asked = server.asked.length;
    const reading = read(`http://cambia.example:${otherPort}/a`, {}, ['127.0.0.2/32'], resolve);
    await expect(reading).rejects.toMatchObject({ code: 'ADDRESS_FORBIDDEN' });
    expect([other.asked, server.asked.length]).toEqual([['/a'], asked]);
    await other.close();
  });

  it('passes over the private addresses among those of a name', async () => {
    const resolve = async () => ['10.0.0.9', '127.0.0.1'].map((address) => ({ address, family: 4 }));
    expect(await read(`http://mixto.example:${port}/hola`, {}, LOCAL, resolve)).toBe('hola');
  });

  it('refuses a redirect to a private address, and to a host that the connector does not list', async () => {
    redirect('/privada', 'http://10.1.1.1/');
    redirect('/ajena', 'http://otra.example/');
    await expect(read(`${server.url}/privada`)).rejects.toMatchObject({ code: 'ADDRESS_FORBIDDEN' });
    const listed = read(`${server.url}/ajena`, { hosts: ['127.0.0.1'] });
    await expect(listed).rejects.toMatchObject({ code: 'HOST_NOT_LISTED' });
  });

  it('guards each hop of a chain that starts in public and ends inside, and asks nobody there', async () => {
    const other = await openSourceServer('127.0.0.2');
    redirect('/a1', '/a2');
    redirect('/a2', `${other.url}/secreto`);
    await expect(read(`${server.url}/a1`, {}, ['127.0.0.1/32'])).rejects.toMatchObject({ code: 'ADDRESS_FORBIDDEN' });
    expect(other.asked).toEqual([]);
    await other.close();
  });

  it.each(['http://publico.example:25/', 'https://publico.example:22/', 'http://8.8.8.8:53/'])(
    'refuses %s: that port is not of the web, unless the operator lists the host',
    async (address) => {
      const resolve = async () => [{ address: '8.8.8.8', family: 4 }];
      await expect(read(address, {}, [], resolve)).rejects.toMatchObject({ code: 'PORT_FORBIDDEN' });
      const { hostname, port: low } = new URL(address);
      expect(() => createOutboundGuard([hostname]).checkPort(hostname, low)).not.toThrow();
    },
  );

  it('asks whether a link leads somewhere without reading it, and tells others only once', async () => {
    server.answers.set('/liga', (request, response) => response.writeHead(200, { 'x-metodo': request.method! }).end());
    const guard = createOutboundGuard(LOCAL);
    const head = await guardedFetch(guard, `${server.url}/liga`, { method: 'HEAD' });
    head.discard();
    expect(head).toMatchObject({ status: 200, headers: { 'x-metodo': 'HEAD' } });
    const told: string[] = [];
    server.answers.set('/aviso', (request, response) => {
      request.on('data', (piece) => told.push(String(piece)));
      request.on('end', () => response.writeHead(307, { location: '/aviso-otra-vez' }).end());
    });
    const asked = server.asked.length;
    const post = await guardedFetch(guard, `${server.url}/aviso`, { method: 'POST', content: '{"cambio":1}' });
    post.discard();
    expect([post.status, told, server.asked.slice(asked)]).toEqual([307, ['{"cambio":1}'], ['/aviso']]);
  });

  it('follows five redirects, not six, and no circle', async () => {
    for (let n = 1; n <= 6; n++) redirect(`/r${n}`, n === 1 ? '/hola' : `/r${n - 1}`);
    redirect('/c1', '/c2');
    redirect('/c2', '/c1');
    expect(await read(`${server.url}/r5`)).toBe('hola');
    await expect(read(`${server.url}/r6`)).rejects.toMatchObject({ code: 'TOO_MANY_REDIRECTS' });
    await expect(read(`${server.url}/c1`)).rejects.toMatchObject({ code: 'REDIRECT_LOOP' });
  });

  it('leaves the token behind when a redirect leads elsewhere', async () => {
    const other = await openSourceServer('127.0.0.2');
    other.answers.set('/eco', (request, response) => response.end(request.headers.authorization ?? 'nada'));
    server.answers.set('/eco', (request, response) => response.end(request.headers.authorization ?? 'nada'));
    redirect('/dentro', '/eco');
    redirect('/fuera', `${other.url}/eco`);
    const headers = { authorization: 'Bearer secreto' };
    expect(await read(`${server.url}/dentro`, { headers }, ['127.0.0.0/8'])).toBe('Bearer secreto');
    expect(await read(`${server.url}/fuera`, { headers }, ['127.0.0.0/8'])).toBe('nada');
    await other.close();
  });

  it.each(['file:///etc/passwd', 'ftp://127.0.0.1/', 'http://user:clave@127.0.0.1/', 'gopher://x', 'no'])(
    'refuses %s and repeats no password',
    async (address) => {
      const failure = await read(address).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'URL_FORBIDDEN' });
      expect(String(failure)).not.toContain('clave');
    },
  );

  it('says that a name does not exist', async () => {
    const reading = read('http://no-existe.invalid/', {}, [], () => Promise.reject(new Error('ENOTFOUND')));
    await expect(reading).rejects.toMatchObject({ code: 'HOST_UNKNOWN', retryable: true });
  });
});

describe('how much is read', () => {
  it('counts what is compressed as what it becomes', async () => {
    server.answers.set('/gzip', (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('a'.repeat(1_000))),
    );
    server.answers.set('/bomba', (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      const zipped = createGzip();
      zipped.pipe(response);
      zipped.end(Buffer.alloc(50_000_000));
    });
    expect(await read(`${server.url}/gzip`)).toHaveLength(1_000);
    await expect(read(`${server.url}/bomba`, { maxBytes: 1_000_000 })).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });

  it('stops at the limit, whether or not the size is announced', async () => {
    server.answers.set('/grande', (_, response) => response.end(Buffer.alloc(2_000)));
    server.answers.set('/sin-fin', (_, response) => {
      const fill = () => {
        while (!response.destroyed && response.write(Buffer.alloc(1_000)));
      };
      response.on('drain', fill);
      fill();
    });
    for (const path of ['/grande', '/sin-fin']) {
      await expect(read(`${server.url}${path}`, { maxBytes: 1_999 })).rejects.toMatchObject({ code: 'TOO_LARGE' });
    }
    expect(await read(`${server.url}/grande`, { maxBytes: 2_000 })).toHaveLength(2_000);
  });

  it.each([
    ['a silent server', '/calla', { idleMs: 200 }],
    ['a body that drips', '/gotea', { idleMs: 1_000, totalMs: 500 }],
    ['a body that stops', '/para', { idleMs: 200 }],
  ])('gives up on %s', async (_, path, limits) => {
    server.answers.set('/calla', () => undefined);
    server.answers.set('/para', (_request, response) => void response.write('algo'));
    server.answers.set('/gotea', (_request, response) => {
      const timer = setInterval(() => response.write('.'), 50);
      response.on('close', () => clearInterval(timer));
    });
    const start = Date.now();
    await expect(read(`${server.url}${path}`, limits)).rejects.toMatchObject({ code: 'TIMEOUT', retryable: true });
    expect(Date.now() - start).toBeLessThan(3_000);
  });

  it('tells a cut or damaged body from a whole one', async () => {
    server.answers.set('/cortada', (_, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('mitad');
      setTimeout(() => response.destroy(), 50);
    });
    server.answers.set('/danada', (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('a'.repeat(5_000)).subarray(0, 20)),
    );
    server.answers.set('/otra', (_, response) => response.writeHead(200, { 'content-encoding': 'br' }).end('x'));
    for (const path of ['/cortada', '/danada']) {
      await expect(read(`${server.url}${path}`)).rejects.toMatchObject({ code: 'BODY_BROKEN', retryable: true });
    }
    await expect(read(`${server.url}/otra`)).rejects.toMatchObject({ code: 'ENCODING_UNKNOWN' });
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('basta')), 100);
    await expect(read(`${server.url}/calla`, { signal: stop.signal })).rejects.toThrow('basta');
  });
});
