import { digestRound, sweepAlerts } from '#alerts';
import { alertWords } from '../../../apps/portal/src/alerts/alert-words.js';
import { textOf } from '../../../apps/portal/src/examples/text-of.js';
import {
  askAnew,
  DAY,
  digestsOf,
  linkIn,
  look,
  nextDay,
  origin,
  OWN,
  pathsIn,
  post,
  publish,
  query,
  sendWaiting,
  smtp,
  subscribed,
  test,
  useAlertSite,
} from './alert-site.js';
import type { ReceivedMail } from './smtp-server.js';

useAlertSite();

describe('a digest', () => {
  it('tells what is new since the one before, and is not sent when nothing is', async () => {
    await subscribed({ consulta: 'q=desbrozadora' });
    expect(await digestsOf(nextDay())).toEqual([]);
    const ocid = await publish('Desbrozadora de jardín');
    await publish('Papel higiénico');
    const [mail, ...none] = await digestsOf(nextDay());
    expect(none).toEqual([]);
    expect(mail!.headers['subject']).toBe('Una novedad: «desbrozadora»');
    expect(mail!.text).toContain('1. Desbrozadora de jardín\n   Nuevo · ');
    expect(mail!.text).toContain(`${OWN}/procesos/${ocid}`);
    expect(mail!.text).not.toContain('Papel');
    expect(await digestsOf(nextDay())).toEqual([]);
  });

  it('comes once a day, or once a week, however many look', async () => {
    await subscribed({ consulta: 'q=taladro', cada: 'daily' });
    await subscribed({ consulta: 'q=taladro', tema: 'search', cada: 'weekly', correo: 'beto@example.org' });
    await publish('Taladro');
    const monday = new Date('2031-03-03T13:00:00Z');
    const at = (day: number) => new Date(monday.getTime() + day * DAY);
    const sent = async (now: Date) => {
      smtp.received.length = 0;
      await Promise.all([look(now), look(now), look(now)]);
      await Promise.all([sendWaiting(), sendWaiting()]);
      return smtp.received.map(({ to }) => to).toSorted();
    };
    expect(await sent(at(0))).toEqual(['ana@example.org', 'beto@example.org']);
    await publish('Taladro inalámbrico');
    expect(await sent(at(0))).toEqual([]);
    expect(await sent(at(1))).toEqual(['ana@example.org']);
    expect(await sent(at(6))).toEqual([]);
    expect(await sent(at(7))).toEqual(['beto@example.org']);
  });

  it('misses no change and repeats none when they commit while it looks', async () => {
    await subscribed({ consulta: 'q=aspersor' });
    const told: string[] = [];
    for (let n = 0; n < 3; n++) {
      const publishing = [publish(`Aspersor ${n}a`), publish(`Aspersor ${n}b`)];
      told.push(...(await digestsOf(nextDay())).flatMap(({ text }) => text.match(/Aspersor \d[ab]/g) ?? []));
      await Promise.all(publishing);
    }
    told.push(...(await digestsOf(nextDay())).flatMap(({ text }) => text.match(/Aspersor \d[ab]/g) ?? []));
    expect(told.toSorted()).toEqual(['0a', '0b', '1a', '1b', '2a', '2b'].map((one) => `Aspersor ${one}`));
  });

  it('is cut off before it commits, and nothing is lost', async () => {
    await subscribed({ consulta: 'q=martillo' });
    await publish('Martillo');
    const now = nextDay();
    const cut = {
      ...test.platform,
      queues: { enqueue: () => Promise.reject(new Error('cut')) },
      dataSource: test.platform.dataSource,
    };
    const errors: string[] = [];
    expect(await digestRound(cut, now, ({ message }) => errors.push(message))).toBe(0);
    expect(errors).toEqual(['cut']);
    expect(await digestsOf(now)).toHaveLength(1);
  });

  it('ends by itself when the address refuses it three times in a row', async () => {
    await subscribed({ consulta: 'q=pala' });
    smtp.answers.recipient = () => '550 5.1.1 no existe';
    for (let n = 0; n < 3; n++) {
      await sweepAlerts(test.platform.dataSource);
      expect(await query('SELECT FROM alert')).toHaveLength(1);
      await publish(`Pala ${n}`);
      expect(await digestsOf(nextDay())).toEqual([]);
    }
    await sweepAlerts(test.platform.dataSource);
    expect(await query('SELECT FROM subscriber')).toEqual([]);
  });

  it('speaks English to who asked in English, with links to the English pages', async () => {
    await askAnew({ consulta: 'q=rastrillo' }, { path: '/en/alertas' });
    await sendWaiting();
    const [confirmation] = smtp.received as [ReceivedMail];
    expect(confirmation.headers['subject']).toBe('Confirm the alert of Compromiso 7');
    expect((await post(linkIn(confirmation, '/en/alertas/confirmar'))).status).toBe(200);
    await publish('Rastrillo');
    const [mail] = await digestsOf(nextDay());
    expect(mail!.headers['subject']).toBe('One piece of news: “rastrillo”');
    expect(pathsIn(mail!).every((path) => path.startsWith('/en/') || path === '.')).toBe(true);
  });
});

describe('leaving', () => {
  it.each([
    ['as RFC 8058 says, with a form', () => new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), {}],
    [
      'as RFC 8058 says, with a multipart form',
      () => {
        const form = new FormData();
        form.set('List-Unsubscribe', 'One-Click');
        return form;
      },
      {},
    ],
    ['with nothing', () => undefined, {}],
    ['with another type', () => '{}', { 'content-type': 'application/json' }],
    ['from a page of its own', () => undefined, { origin: 'https://buzon.example' }],
  ])('takes one POST by a mailbox, %s', async (_, body, headers) => {
    await subscribed({ consulta: 'q=cubeta' });
    await publish('Cubeta');
    const [mail] = await digestsOf(nextDay());
    const [, url] = /^<(.+)>$/.exec(mail!.headers['list-unsubscribe']!) as unknown as [string, string];
    expect(mail!.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    const path = url.slice(OWN.length);
    expect(textOf(await (await fetch(origin + path)).text())).toContain('Dejar de recibir el aviso');
    expect((await fetch(origin + path, { method: 'HEAD' })).status).toBe(200);
    expect(await query('SELECT FROM alert')).toHaveLength(1);
    const ended = await post(path, body(), headers);
    expect({ status: ended.status, redirected: ended.redirected }).toEqual({ status: 200, redirected: false });
    expect(ended.headers.get('set-cookie')).toBeNull();
    expect(textOf(await ended.text())).toContain(alertWords('es').end.done);
    expect(await query('SELECT FROM subscriber')).toEqual([]);
    expect((await post(path, body(), headers)).status).toBe(200);
    expect(textOf(await (await fetch(origin + path)).text())).toContain(alertWords('es').end.done);
  });

  it('shows all alerts of the address, without the address, and deletes one or all', async () => {
    await subscribed({ consulta: 'q=silla' });
    await subscribed({ tema: 'open', consulta: 'category=goods' });
    await publish('Silla');
    const [mail] = await digestsOf(nextDay());
    const path = linkIn(mail!, '/alertas/de/');
    const html = await (await fetch(origin + path)).text();
    expect(html).not.toContain('ana@example.org');
    expect(textOf(html)).toContain('Licitaciones abiertas Objeto: Bienes');
    const [{ id }] = (await query<{ id: string }>(`SELECT id FROM alert WHERE topic = 'open'`)) as [{ id: string }];
    expect(textOf(await (await post(path, new URLSearchParams({ alerta: id }))).text())).not.toContain(
      'Licitaciones abiertas Objeto',
    );
    expect(await query('SELECT topic FROM alert')).toEqual([{ topic: 'search' }]);
    expect(textOf(await (await post(path, new URLSearchParams({ alerta: 'todas' }))).text())).toContain(
      'ya no tiene avisos',
    );
    expect(await query('SELECT FROM subscriber')).toEqual([]);
  });

  it('takes our signature: no other id, and no link for another purpose', async () => {
    await subscribed({ consulta: 'q=mesa' });
    await publish('Mesa');
    const [mail] = await digestsOf(nextDay());
    const [end, list] = [linkIn(mail!, 'baja'), linkIn(mail!, '/de/')];
    const [, , , id, signature] = end.split('/') as [string, string, string, string, string];
    const [, , , subscriber, other] = list.split('/') as [string, string, string, string, string];
    const tries = [
      `/alertas/baja/${id}/${other}`,
      `/alertas/baja/${id}/${signature.slice(0, -2)}`,
      `/alertas/baja/${id}/x`,
      `/alertas/baja/${subscriber}/${signature}`,
      `/alertas/de/${subscriber}/${signature}`,
      `/alertas/de/${id}/${signature}`,
      `/alertas/baja/no-existe/${signature}`,
    ];
    for (const path of tries) {
      expect((await fetch(origin + path)).status).toBe(404);
      expect((await post(path, new URLSearchParams({ alerta: 'todas' }))).status).toBe(404);
    }
    expect(await query('SELECT FROM alert')).toHaveLength(1);
  });

  it('takes along what was about to be sent', async () => {
    await subscribed({ consulta: 'q=lampara' });
    await publish('Lampara');
    await look(nextDay());
    await query('DELETE FROM alert');
    smtp.received.length = 0;
    await sendWaiting();
    expect(smtp.received).toEqual([]);
  });
});

it('keeps neither an address nor a text with what is to be sent', async () => {
  await subscribed({ consulta: 'q=escoba' });
  await publish('Escoba');
  await look(nextDay());
  expect(JSON.stringify(await query('SELECT * FROM mail'))).not.toMatch(/example|escoba/i);
  expect(JSON.stringify(await query(`SELECT data FROM bullmq.job WHERE queue = 'mail'`))).not.toMatch(
    /example|escoba/i,
  );
});
