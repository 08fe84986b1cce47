import { setTimeout as pause } from 'node:timers/promises';
import type { UploadFinding, UploadPreview, UploadState } from '#publishing';

/** An upload as the API tells it. */
export interface Batch {
  readonly id: string;
  readonly state: UploadState;
  readonly fileName: string;
  readonly result: UploadPreview | null;
  readonly batch: string | null;
  readonly error: { readonly code: string; readonly message: { es: string }; readonly remedy: { es: string } } | null;
  readonly links: Readonly<Record<string, string>>;
}

export interface Answer<Body = Batch> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** What a publisher's program does with the intake API. */
export interface IntakeClient {
  ask<Body = Batch>(method: string, path: string, init?: RequestInit): Promise<Answer<Body>>;
  /** Sends a file as the body of the request. */
  send(content: string | Buffer, query?: string, headers?: Record<string, string>): Promise<Answer>;
  /** Waits until the upload stands still, or is in one of the states. */
  settled(id: string, ...states: readonly UploadState[]): Promise<Batch>;
  findings(id: string, query?: string): Promise<readonly (UploadFinding & { readonly cell: string | null })[]>;
}

const MOVING: ReadonlySet<UploadState> = new Set(['received', 'checking', 'taking']);
const PATIENCE_MS = 50_000;

export function intakeClient(origin: string, key: string): IntakeClient {
  const client: IntakeClient = {
    async ask<Body>(method: string, path: string, init: RequestInit = {}) {
      const headers = { authorization: `Bearer ${key}`, ...(init.headers as Record<string, string>) };
      const reply = await fetch(origin + path, { ...init, method, headers });
      const text = await reply.text();
      return { status: reply.status, headers: reply.headers, body: (text ? JSON.parse(text) : undefined) as Body };
    },
    send: (content, query = '', headers = {}) =>
      client.ask('POST', `/api/v1/batches?${query}`, { body: new Uint8Array(Buffer.from(content)), headers }),
    async settled(id, ...states) {
      for (const end = Date.now() + PATIENCE_MS; ; await pause(50)) {
        const { body } = await client.ask('GET', `/api/v1/batches/${id}`);
        if (states.length > 0 ? states.includes(body.state) : !MOVING.has(body.state)) return body;
        if (Date.now() > end) throw new Error(`The upload is still ${body.state}: ${JSON.stringify(body)}`);
      }
    },
    async findings(id, query = '') {
      const { body } = await client.ask<{ findings: (UploadFinding & { cell: string | null })[] }>(
        'GET',
        `/api/v1/batches/${id}/findings?${query}`,
      );
      return body.findings;
    },
  };
  return client;
}
