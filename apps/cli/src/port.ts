import { createServer } from 'node:net';
import { UsageError } from './usage-error.js';

/** A TCP port from the command line. @throws UsageError when it is not one. */
export function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new UsageError(`--port lleva un número de 1 a 65535, no «${text}».`);
}

/** The port cannot be listened on. */
export class PortError extends Error {
  readonly code = 'PORT_UNAVAILABLE';

  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}

/** @throws PortError when somebody else has the port, or when we may not listen on it. */
export async function assertPortFree(host: string, port: number): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen({ host, port, exclusive: true }, resolve);
    });
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, host, port);
  }
  await new Promise((resolve) => {
    server.close(resolve);
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const other = `Elegir otro: c7 up --port ${port + 1} (con npm: npm start -- --port ${port + 1}).`;
  if (error.code === 'EADDRINUSE') return new PortError(`El puerto ${port} está ocupado por otro programa.`, other);
  if (error.code === 'EACCES') return new PortError(`No se permite escuchar en el puerto ${port}.`, other);
  return new PortError(`No se puede escuchar en ${host}:${port} (${error.code}).`, 'Revisar HOST y --port.');
}
