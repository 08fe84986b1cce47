import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import type { Actor } from '#access';
import { textOf } from '../../../apps/portal/src/examples/text-of.js';
import { type Browser, signedIn } from '../access/people.js';

/** What a person at the desk is answered. */
export interface Answered {
  readonly status: number;
  /** Where a form leads when it was taken. */
  readonly location: string | null;
  /** The words of the page. */
  readonly text: string;
  readonly html: string;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A person at the desk's tracker, of one plan. */
export interface DeskClient {
  get(path?: string): Promise<Answered>;
  send(path: string, fields: Fields): Promise<Answered>;
  /** A form that takes a file, with one or without. */
  sendFile(path: string, fields: Fields, file?: { readonly name: string; readonly content: string }): Promise<Answered>;
}

export async function deskClient(
  app: NestFastifyApplication,
  dataSource: DataSource,
  person: Actor,
  plan: string,
): Promise<DeskClient> {
  const browser: Browser = await signedIn(dataSource, person);
  const base = `${await app.getUrl()}/escritorio/seguimiento`;
  const ask = async (path: string, init: RequestInit = {}): Promise<Answered> => {
    const headers = { cookie: browser.cookie, 'x-csrf-token': browser.csrf };
    const reply = await fetch(path === '' ? base : `${base}/${plan}/${path}`, { ...init, headers, redirect: 'manual' });
    const html = await reply.text();
    return { status: reply.status, location: reply.headers.get('location'), text: textOf(html), html };
  };
  const many = (fields: Fields) =>
    Object.entries(fields).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, value as string]),
    );
  return {
    get: (path = '') => ask(path),
    send: (path, fields) => ask(path, { method: 'POST', body: new URLSearchParams(many(fields)) }),
    sendFile(path, fields, file) {
      const body = new FormData();
      for (const [name, value] of many(fields)) body.set(name, value);
      body.set('archivo', new Blob(file ? [file.content] : []), file?.name ?? '');
      return ask(path, { method: 'POST', body });
    },
  };
}

/** The faults of a form, by field; the whole form's under ''. */
export function faultsOf({ html }: Answered): Readonly<Record<string, string>> {
  const summary = /<div class="error-summary"[^]*?<\/div>/.exec(html)?.[0] ?? '';
  const lines = [...summary.matchAll(/<li>(?:<a href="#([^"]+)">)?([^<]+)/g)];
  return Object.fromEntries(lines.map(([, field = '', message]) => [field, message!]));
}
