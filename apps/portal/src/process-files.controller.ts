import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { writeSheetPdf } from '#documents';
import type { JsonObject } from '#ocds';
import { workbookOfTables, zippedTables } from '#tables';
import { sayWhyMissing } from '../../api/src/withdrawn.exception.js';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { processSheet } from './files/process-sheet.js';
import { Site } from './site.js';
import { loadProcess } from './views-from-store/load-process.js';
import type { ProcessView } from './views.js';

interface ProcessFile {
  readonly type: string;
  readonly write: (view: ProcessView) => Promise<Buffer>;
}

const FILES: Readonly<Record<string, ProcessFile>> = {
  'csv.zip': { type: 'application/zip', write: ({ release }) => zippedTables(release as unknown as JsonObject) },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: ({ release }) => workbookOfTables(release as unknown as JsonObject),
  },
  pdf: { type: 'application/pdf', write: (view) => writeSheetPdf(processSheet(view)) },
};

/** One process as a file: its tables, or a sheet to print. */
@Public()
@Controller(['', 'en'])
export class ProcessFilesController {
  constructor(
    private readonly site: Site,
    private readonly dataSource: DataSource,
  ) {}

  @Get('descargas/procesos/:file')
  async one(@Req() request: FastifyRequest, @Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const [, ocid = '', ending = ''] = /^(.+?)\.(csv\.zip|xlsx|pdf)$/.exec(file) ?? [];
    const format = Object.hasOwn(FILES, ending) ? FILES[ending] : undefined;
    if (!format) throw new NotFoundException('Un proceso se descarga como csv.zip, xlsx o pdf.');
    const view = await loadProcess(this.dataSource, await this.site.of(request.url), ocid);
    if (!view) return sayWhyMissing(this.dataSource, ocid, `No hay un proceso publicado con el ocid «${ocid}».`);
    const name = `${ocid.replaceAll(/[^\w-]/g, '_')}.${ending}`;
    void reply
      .type(format.type)
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(await format.write(view));
  }
}
