import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryFailedError } from 'typeorm';
import type { Bilingual } from '#ocds';
import { IngestError, UploadError } from '#publishing';
import { CursorError } from '#search';
import { toldError, UPLOAD_STATUS } from './batches/upload-problem.js';
import { WithdrawnException } from './withdrawn.exception.js';

/** A problem document: https://www.rfc-editor.org/rfc/rfc9457 */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance: string;
  /** What the log of this platform calls the request, for whoever asks about it. */
  readonly requestId?: string;
  /** Of 410: who withdrew the process, when and why. */
  readonly withdrawal?: ToldWithdrawal;
  /** Of our named errors: which, in words, and what to do. */
  readonly code?: string;
  readonly message?: Bilingual;
  readonly remedy?: Bilingual;
}

/** A tombstone as programs are told of it. */
export interface ToldWithdrawal {
  readonly ocid: string;
  readonly date: string;
  readonly reason: string;
  readonly legalGround?: string;
  /** An office, not a person. */
  readonly by: string;
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'La petición no se entiende',
  401: 'Hace falta identificarse',
  403: 'Sin permiso',
  404: 'No se encontró',
  405: 'Método no permitido',
  406: 'Formato no disponible',
  408: 'La petición tardó demasiado en llegar',
  409: 'No se puede en el estado en que está',
  410: 'El proceso fue retirado',
  413: 'Demasiado grande',
  414: 'La dirección es demasiado larga',
  415: 'Tipo de contenido no admitido',
  422: 'La petición no se puede cumplir como está',
  429: 'Demasiadas peticiones',
  500: 'Error del servidor',
  503: 'Servicio no disponible',
};

/** Turns whatever was thrown into a problem; only our own mistakes are logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger('http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = { ...problemOf(thrown, request.url), requestId: request.id };
    if (problem.status >= 500 && !('code' in problem)) this.#logger.error(thrown);
    this.render(problem, request, reply);
  }

  /** Writes the problem; the portal writes a page instead where a person is reading. */
  protected render(problem: Problem, _request: FastifyRequest, reply: FastifyReply): void {
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer realm="Compromiso 7"');
    if (problem.status === 503) void reply.header('retry-after', '60');
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }
}

/** What to tell the caller of an error; the inside of a server error stays inside. */
export function problemOf(thrown: unknown, instance: string): Problem {
  const status = statusOf(thrown);
  const detail = status < 500 ? detailOf(thrown) : undefined;
  const withdrawal = thrown instanceof WithdrawnException ? told(thrown) : undefined;
  const title = TITLES[status] ?? 'Error';
  const more = { ...(withdrawal && { withdrawal }), ...toldError(thrown) };
  return { type: 'about:blank', title, status, ...(detail && { detail }), instance, ...more };
}

function told({ withdrawal: { ocid, withdrawnAt, reason, legalGround, office } }: WithdrawnException): ToldWithdrawal {
  return { ocid, date: withdrawnAt.toISOString(), reason, ...(legalGround && { legalGround }), by: office };
}

function statusOf(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (thrown instanceof UploadError) return UPLOAD_STATUS[thrown.code];
  if (thrown instanceof IngestError) return 422;
  if (thrown instanceof CursorError || isDataException(thrown)) return 400;
  if (isRefusedByStore(thrown)) return 403;
  const status = thrown instanceof Error && 'statusCode' in thrown ? Number(thrown.statusCode) : 500;
  return status >= 400 && status < 600 ? status : 500;
}

/** A row rule held where the check before it did not: the second lock. */
function isRefusedByStore(thrown: unknown): boolean {
  return thrown instanceof QueryFailedError && (thrown.driverError as { code?: string }).code === '42501';
}

/** What PostgreSQL says of a value that it cannot read (class 22): it came from the address, since nothing else varies. */
function isDataException(thrown: unknown): boolean {
  return (
    thrown instanceof QueryFailedError && (thrown.driverError as { code?: string }).code?.startsWith('22') === true
  );
}

function detailOf(thrown: unknown): string | undefined {
  if (isDataException(thrown)) return 'Un parámetro, o el cursor, no tiene la forma que debe.';
  if (isRefusedByStore(thrown)) return 'El papel con que se entró no permite esto.';
  if (thrown instanceof IngestError) return `${thrown.message} ${thrown.remedy}`;
  if (!(thrown instanceof HttpException)) return thrown instanceof Error ? thrown.message : undefined;
  const body = thrown.getResponse();
  const message = typeof body === 'object' && 'message' in body ? body.message : body;
  return Array.isArray(message) ? message.join('; ') : String(message);
}
