import { oneClickHeaders } from './mail-message.js';
import { writeMessage } from './write-message.js';

const SENDER = {
  smtpUrl: 'smtp://127.0.0.1',
  from: 'avisos@compras.example',
  replyTo: undefined,
  name: 'Compromiso 7',
  publicUrl: 'https://compras.example',
};
const written = async (
  subject: string,
  more: { to?: string; headers?: Record<string, string>; name?: string } = {},
) => {
  const { name = SENDER.name, ...message } = more;
  const bytes = await writeMessage(
    'id-1',
    { to: 'ana@example.org', subject, text: 'Año\n.\nfin', ...message },
    { ...SENDER, name },
  );
  return bytes.toString();
};
const heads = (text: string) =>
  text
    .split('\r\n\r\n')[0]!
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');

describe('a mail on the wire', () => {
  it('says that a program sent it, has an id of our own origin, and how to end it with one click', async () => {
    const lines = heads(
      await written('Tres novedades', { headers: oneClickHeaders('https://compras.example/a/baja/x') }),
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        'From: Compromiso 7 <avisos@compras.example>',
        'To: ana@example.org',
        'Subject: Tres novedades',
        'Message-ID: <id-1@compras.example>',
        'Auto-Submitted: auto-generated',
        'List-Unsubscribe: <https://compras.example/a/baja/x>',
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
        'Content-Type: text/plain; charset=utf-8',
      ]),
    );
  });

  it.each([
    'x\r\nBcc: otra@example.org',
    'x\nBcc: otra@example.org',
    'x\rBcc: o@example.org',
    'x\u2028Bcc: o@example.org',
  ])('takes no header out of a subject or a name: %j', async (hostile) => {
    const names = heads(await written(hostile, { name: hostile })).map((line) => line.split(':')[0]!.toLowerCase());
    expect(names).not.toContain('bcc');
    expect(names.toSorted()).toEqual(
      heads(await written('x'))
        .map((line) => line.split(':')[0]!.toLowerCase())
        .toSorted(),
    );
  });

  it('refuses what a caller should have checked', async () => {
    await expect(written('x', { to: 'ana@example.org\r\nBcc: otra@example.org' })).rejects.toThrow('address');
    await expect(written('x', { headers: { 'X-A': 'b\r\nBcc: otra@example.org' } })).rejects.toThrow('header');
    await expect(written('x', { headers: oneClickHeaders('https://compras.example/ñ') })).rejects.toThrow('header');
  });
});
