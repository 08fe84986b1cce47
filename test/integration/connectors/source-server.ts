import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';

/** A server of a source, on 127.0.0.1 unless told. */
export interface SourceServer {
  readonly url: string;
  /** Paths asked for, in order. */
  readonly asked: readonly string[];
  /** What each path answers; anything else is 404. */
  readonly answers: Map<string, RequestListener>;
  close(): Promise<void>;
}

export async function openSourceServer(host = '127.0.0.1'): Promise<SourceServer> {
  const asked: string[] = [];
  const answers = new Map<string, RequestListener>();
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    asked.push(request.url ?? '');
    const answer = answers.get(request.url ?? '');
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, host, resolve);
  });
  const { port } = server.address() as { port: number };
  return {
    asked,
    answers,
    url: `http://${host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Answers with some JSON. */
export function json(value: unknown): RequestListener {
  return (_, response) => response.end(JSON.stringify(value));
}

/** Answers the first requests with a status, and the ones after with something else. */
export function failing(times: number, status: number, then: RequestListener): RequestListener {
  let failed = 0;
  return (request, response) => {
    if (failed++ < times) response.writeHead(status).end();
    else then(request, response);
  };
}
