import { BadRequestException } from '@nestjs/common';

const FORM = /^[\x21-\x7e]{1,200}$/;

/** The key by which a request that is sent again is known. @throws BadRequestException when it is none */
export function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined || FORM.test(header)) return header;
  throw new BadRequestException('Idempotency-Key: de 1 a 200 signos sin espacios ni acentos, por ejemplo un UUID.');
}
