import type { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { type ReceivedFile, receiveFile, tooLarge, UploadError } from '#publishing';
import { isForm } from './takes-files.js';

/** A file that came with a request. Disposing of it deletes it. */
export interface IncomingUpload extends AsyncDisposable {
  readonly file: ReceivedFile;
  /** As the form calls it; undefined for a bare body. */
  readonly fileName: string | undefined;
  /** The other fields of the form. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Receives the file of a request to a route with `@TakesFiles`: the body itself, or the first file of a form.
 *
 * @throws UploadError UPLOAD_TOO_LARGE, before reading when the request tells its length; UPLOAD_EMPTY, UPLOAD_TOO_SLOW,
 *   UPLOAD_CUT, UPLOAD_BUSY
 */
export async function receiveUpload(request: FastifyRequest, maxBytes: number): Promise<IncomingUpload> {
  const length = Number(request.headers['content-length'] ?? 0);
  const form = isForm(request.headers['content-type'] ?? '');
  if (length > maxBytes + (form ? FORM_BYTES : 0)) throw tooLarge(maxBytes);
  if (form) return receiveForm(request, maxBytes);
  const file = await receiveFile(request.body as Readable, { maxBytes });
  return { file, fileName: undefined, fields: {}, [Symbol.asyncDispose]: () => file[Symbol.asyncDispose]() };
}

/** What a form may hold beside its file. */
const FORM_BYTES = 300_000;

async function receiveForm(request: FastifyRequest, maxBytes: number): Promise<IncomingUpload> {
  const fields: Record<string, string> = {};
  let received: { readonly file: ReceivedFile; readonly fileName: string } | undefined;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') received = { file: await receivePart(part, maxBytes), fileName: part.filename };
      else if (typeof part.value === 'string') fields[part.fieldname] = part.value;
    }
  } catch (error) {
    await received?.file[Symbol.asyncDispose]();
    throw isBroken(error) ? new UploadError('UPLOAD_CUT') : error;
  }
  if (!received) throw new UploadError('UPLOAD_EMPTY');
  const { file, fileName } = received;
  return { file, fileName, fields, [Symbol.asyncDispose]: () => file[Symbol.asyncDispose]() };
}

async function receivePart(part: MultipartFile, maxBytes: number): Promise<ReceivedFile> {
  const file = await receiveFile(part.file, { maxBytes });
  if (!part.file.truncated) return file;
  await file[Symbol.asyncDispose]();
  throw tooLarge(maxBytes);
}

/** Busboy's words for a form that ends before its last boundary. */
function isBroken(error: unknown): boolean {
  return (
    error instanceof Error &&
    /unexpected end|premature|aborted|multipart/i.test(error.message) &&
    !('statusCode' in error)
  );
}
