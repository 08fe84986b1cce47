import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mail as it came over the wire, read. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: string;
  /** Unfolded and decoded, by name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly raw: string;
}

/** What the server answers at some point; `hang up` ends the connection without a word. */
export type Answer = string | 'hang up';

/** An SMTP server of the test's own, on 127.0.0.1. */
export interface TestSmtp {
  readonly url: string;
  readonly received: ReceivedMail[];
  /** Every line that came outside of a mail. */
  readonly commands: string[];
  /** How often somebody connected. */
  readonly connections: () => number;
  /** Changes what it says: to a recipient, and when the whole mail is there. */
  answers: { recipient?: (address: string) => Answer | undefined; mail?: () => Answer | undefined };
  /** Runs before the mail's bytes are asked for. */
  beforeData: () => Promise<void>;
  close(): Promise<void>;
}

export async function openTestSmtp(): Promise<TestSmtp> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    converse(socket, smtp);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const smtp: TestSmtp = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    commands: [],
    connections: () => connections,
    answers: {},
    beforeData: async () => {},
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return smtp;
}

function converse(socket: Socket, smtp: TestSmtp): void {
  let [buffer, from, to, inData] = ['', '', '', false];
  const say = (answer: Answer) => void (answer === 'hang up' ? socket.destroy() : socket.write(`${answer}\r\n`));
  let turn = Promise.resolve();
  socket.setEncoding('latin1').on('data', (chunk) => {
    buffer += String(chunk);
    turn = turn.then(read);
  });
  say('220 prueba.example ESMTP');

  async function read(): Promise<void> {
    for (;;) {
      const end = buffer.indexOf(inData ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + (inData ? 5 : 2));
      if (inData) took(line);
      else await command(line);
    }
  }

  function took(raw: string): void {
    inData = false;
    const answer = smtp.answers.mail?.() ?? '250 2.0.0 recibido';
    if (answer.startsWith('250') || answer === 'hang up') smtp.received.push(readMail(raw, from, to));
    say(answer);
  }

  async function command(line: string): Promise<void> {
    smtp.commands.push(line);
    const [, address = ''] = /<(.*?)>/.exec(line) ?? [];
    if (/^EHLO/i.test(line)) return say('250-prueba.example\r\n250-AUTH PLAIN\r\n250 8BITMIME');
    if (/^AUTH/i.test(line)) return say('235 adelante');
    if (/^MAIL/i.test(line)) from = address;
    if (/^RCPT/i.test(line)) {
      to = address;
      return say(smtp.answers.recipient?.(address) ?? '250 ok');
    }
    if (/^DATA/i.test(line)) {
      await smtp.beforeData();
      inData = true;
      return say('354 venga');
    }
    if (/^QUIT/i.test(line)) return void socket.end('221 adiós\r\n');
    say('250 ok');
  }
}

function readMail(raw: string, from: string, to: string): ReceivedMail {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), decoded(line.slice(line.indexOf(':') + 1))]),
  );
  const body = `${rest.join('\r\n\r\n')}\r\n`.replaceAll(/(^|\r\n)\.\./g, '$1.');
  return { from, to, headers, text: quoted(body), raw };
}

/** RFC 2047. */
function decoded(value: string): string {
  return value
    .trim()
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([qb])\?(.*?)\?=/gi, (_, way: string, text: string) =>
      way.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString() : quoted(text.replaceAll('_', ' ')),
    );
}

function quoted(text: string): string {
  const bytes = text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString().replaceAll('\r\n', '\n');
}
