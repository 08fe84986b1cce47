import { sweepAlerts } from '#alerts';
import { textOf } from '../../../apps/portal/src/examples/text-of.js';
import {
  ask,
  askAnew,
  digestsOf,
  linkIn,
  nextDay,
  origin,
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

describe('asking for an alert', () => {
  it('answers the same for a new address, a known one and one that had its share, and mails three times a day at most', async () => {
    const answers: unknown[] = [];
    for (let n = 0; n < 5; n++) {
      const reply = await askAnew();
      answers.push([reply.status, reply.headers.get('location'), await reply.text()]);
    }
    expect(answers).toEqual(answers.map(() => [303, '/alertas/recibida', '']));
    await sendWaiting();
    expect(smtp.received).toHaveLength(3);
    expect(await query('SELECT FROM subscriber')).toHaveLength(1);
  });

  it('repeats in the mail nothing that whoever asked wrote', async () => {
    await askAnew({ consulta: 'q=Gane+un+premio+en+https://malo.example' });
    await sendWaiting();
    const [mail] = smtp.received as [ReceivedMail];
    expect(mail.raw).not.toMatch(/premio|malo/);
    expect(mail.headers['subject']).toBe('Confirmar el aviso de Compromiso 7');
    expect(mail.text).toMatch(
      /^Alguien pidió que Compromiso 7 escriba a esta dirección cada día, cuando haya algo nuevo en:\n\n  una búsqueda/,
    );
  });

  it.each([
    { correo: 'ana@example.org\r\nBcc: otra@example.org' },
    { correo: 'ana@example.org,otra@example.org' },
    { correo: '' },
    { cada: 'hourly' },
    { tema: 'todo' },
    { consulta: 'year=mañana' },
    { consulta: 'cosa=1' },
    { tema: 'buyer', consulta: '' },
  ])('refuses %j with the reason, and writes nothing', async (form) => {
    const reply = await askAnew(form);
    expect([reply.status, textOf(await reply.text())]).toEqual([422, expect.stringContaining('El aviso no se pidió')]);
    expect(await query('SELECT FROM subscriber')).toEqual([]);
  });

  it('keeps a header out of the mail whatever the search and the names hold', async () => {
    const hostile = 'x\r\nBcc: otra@example.org\r\n\r\nhola';
    await subscribed({ consulta: new URLSearchParams({ q: hostile }).toString() });
    await publish(`Compra de x Bcc otra example org hola\r\nBcc: otra@example.org`);
    const [mail] = await digestsOf(nextDay());
    expect(Object.keys(mail!.headers)).not.toContain('bcc');
    expect(mail!.headers['subject']).toBe('Una novedad: «x Bcc: otra@example.org hola»');
    expect(mail!.to).toBe('ana@example.org');
  });

  it('takes no form of another site, and tells a program what it tells a person without doing anything', async () => {
    expect((await ask({}, { headers: { origin: 'https://malo.example' } })).status).toBe(403);
    expect((await ask({}, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await askAnew({ sitio: 'http://spam.example' })).status).toBe(303);
    expect(await query('SELECT FROM subscriber')).toEqual([]);
  });
});

describe('confirming', () => {
  it('takes the button: opening the link confirms nothing, however often', async () => {
    await askAnew();
    await sendWaiting();
    const path = linkIn(smtp.received[0]!, 'confirmar');
    for (let n = 0; n < 3; n++) {
      const page = await fetch(origin + path);
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(await page.text()).toContain(`<form method="post" action="${path}">`);
    }
    expect(await query('SELECT FROM alert WHERE confirmed_at IS NOT NULL')).toEqual([]);
    expect(textOf(await (await post(path)).text())).toContain('El aviso está confirmado');
    expect(textOf(await (await post(path)).text())).toContain('El aviso está confirmado');
    expect(await query('SELECT FROM alert WHERE confirmed_at IS NOT NULL')).toHaveLength(1);
  });

  it('cannot be guessed, nor done with what is stored', async () => {
    await askAnew();
    await sendWaiting();
    const [{ hash }] = (await query<{ hash: Buffer }>('SELECT confirm_hash AS hash FROM alert')) as [{ hash: Buffer }];
    for (const token of ['x', 'A'.repeat(43), hash.toString('base64url'), hash.toString('hex'), '%00', '..'])
      expect((await post(`/alertas/confirmar/${token}`)).status).toBe(404);
    expect(await query('SELECT FROM alert WHERE confirmed_at IS NOT NULL')).toEqual([]);
  });

  it('has seven days; then the alert and the address are gone', async () => {
    await askAnew();
    await sendWaiting();
    await query(`UPDATE alert SET created_at = now() - interval '7 days 1 minute'`);
    expect((await post(linkIn(smtp.received[0]!, 'confirmar'))).status).toBe(404);
    await sweepAlerts(test.platform.dataSource);
    expect(await query('SELECT FROM subscriber')).toEqual([]);
    expect(await query('SELECT FROM mail')).toEqual([]);
  });

  it('puts a new alert in the place of an old one for the same thing', async () => {
    await subscribed({ consulta: 'q=papel', cada: 'daily' });
    await subscribed({ consulta: 'q=papel', cada: 'weekly' });
    expect(await query('SELECT frequency FROM alert')).toEqual([{ frequency: 'weekly' }]);
  });
});

it('limits how often one client asks', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 11; n++)
    statuses.push((await ask({ correo: `a${n}@example.org` }, { client: '10.9.9.9' })).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 303), 422]);
});
