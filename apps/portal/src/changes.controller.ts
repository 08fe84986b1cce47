import { Controller, Get, Header, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { querySchema } from '../../api/src/query-schema.js';
import { sayWhyMissing } from '../../api/src/withdrawn.exception.js';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { changesPage } from './pages/changes.page.js';
import { Site } from './site.js';
import { type ChangesQuery, loadChanges } from './views-from-store/load-changes.js';

const changesQuery = querySchema<ChangesQuery>({
  type: 'object',
  properties: { de: { type: 'string', maxLength: 500 }, a: { type: 'string', minLength: 1, maxLength: 500 } },
  additionalProperties: false,
});

@Public()
@Controller(['', 'en'])
export class ChangesController {
  constructor(
    private readonly site: Site,
    private readonly dataSource: DataSource,
  ) {}

  /** What changed in a process between two of its releases. */
  @Get('procesos/:ocid/cambios')
  @Header('content-type', 'text/html; charset=utf-8')
  async changes(
    @Req() request: FastifyRequest,
    @Param('ocid') ocid: string,
    @Query({ schema: changesQuery }) query: ChangesQuery,
  ): Promise<string> {
    const view = await loadChanges(this.dataSource, await this.site.of(request.url), ocid, query);
    if (!view) return sayWhyMissing(this.dataSource, ocid, `No hay un proceso publicado con el ocid «${ocid}».`);
    return changesPage(view);
  }
}
