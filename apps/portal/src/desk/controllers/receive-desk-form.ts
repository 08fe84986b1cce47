import type { FastifyRequest } from 'fastify';
import { receiveFile, type ReceivedFile, UploadError } from '#publishing';
import { type FormValues, formOf } from './form-body.js';

/** A form with a file, as it came. Disposing of it deletes the file. */
export interface DeskForm extends AsyncDisposable {
  readonly values: FormValues;
  /** Fields that were longer than a form with a file takes; what is there of them is not all that was written. */
  readonly cut: readonly string[];
  readonly file?: ReceivedFile;
  readonly fileName?: string;
  /** Why there is no file. */
  readonly refused?: UploadError;
}

/** Reads a form with a file piece by piece. What is wrong with the file does not lose what was typed beside it. */
export async function receiveDeskForm(request: FastifyRequest, maxBytes: number): Promise<DeskForm> {
  const fields: Record<string, string> = {};
  const cut: string[] = [];
  let found: Pick<DeskForm, 'file' | 'fileName' | 'refused'> = {};
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        fields[part.fieldname] = String(part.value);
        if (part.valueTruncated) cut.push(part.fieldname);
      } else if (part.filename === '') part.file.resume();
      else found = { fileName: part.filename, file: await receiveFile(part.file, { maxBytes }) };
    }
  } catch (error) {
    if (!(error instanceof UploadError)) throw error;
    found = { refused: error };
  }
  const { file } = found;
  if (file === undefined) found = { refused: found.refused ?? new UploadError('UPLOAD_EMPTY') };
  return { ...found, cut, values: formOf(fields), [Symbol.asyncDispose]: async () => file?.[Symbol.asyncDispose]() };
}
