import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { type DocumentKind, walkDocuments } from '#search';
import { querySchema } from '../../api/src/query-schema.js';
import { Public } from '../../wiring/src/access/access.decorators.js';

interface YearQuery {
  readonly year?: number;
}

const yearQuery = querySchema<YearQuery>({
  type: 'object',
  properties: { year: { type: 'integer', minimum: 1900, maximum: 2200 } },
  additionalProperties: false,
});

/** All published documents as JSON Lines, compressed. */
@Public()
@Controller('descargas')
export class DocumentFilesController {
  constructor(private readonly dataSource: DataSource) {}

  /** The compiled release of each process. */
  @Get('expedientes.jsonl.gz')
  records(@Query({ schema: yearQuery }) { year }: YearQuery, @Res() reply: FastifyReply): void {
    this.#send(reply, 'records', 'expedientes', year);
  }

  /** All releases of each process, oldest first. */
  @Get('publicaciones.jsonl.gz')
  releases(@Query({ schema: yearQuery }) { year }: YearQuery, @Res() reply: FastifyReply): void {
    this.#send(reply, 'releases', 'publicaciones', year);
  }

  #send(reply: FastifyReply, kind: DocumentKind, name: string, year: number | undefined): void {
    const file = year === undefined ? name : `${name}-${year}`;
    void reply
      .type('application/gzip')
      .header('content-disposition', `attachment; filename="${file}.jsonl.gz"`)
      .send(Readable.from(lines(walkDocuments(this.dataSource, kind, year)), { objectMode: false }));
  }
}

const LINE_END = gzipSync('\n');

/** Documents are stored compressed, and gzip files may follow one another: nothing is unpacked on the way. */
async function* lines(lots: AsyncIterable<readonly Buffer[]>): AsyncGenerator<Buffer> {
  let isEmpty = true;
  for await (const documents of lots) {
    isEmpty = false;
    yield Buffer.concat(documents.flatMap((document) => [document, LINE_END]));
  }
  if (isEmpty) yield gzipSync('');
}
