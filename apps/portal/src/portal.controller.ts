import { Controller, Get, Header, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import type { ProcessQuery } from '#search';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { pageProperties } from '../../api/src/list-query.js';
import { processFilters, processQuery, withoutBlank } from '../../api/src/processes.controller.js';
import { querySchema } from '../../api/src/query-schema.js';
import { sayWhyMissing } from '../../api/src/withdrawn.exception.js';
import { homePage } from './pages/home.page.js';
import { itemsPage } from './pages/items.page.js';
import { processPage } from './pages/process.page.js';
import { searchPage } from './pages/search.page.js';
import { Site } from './site.js';
import { OwnCommitment } from './tracker/own-commitment.js';
import { loadHome } from './views-from-store/load-home.js';
import { loadItems } from './views-from-store/load-items.js';
import { loadProcess, loadProcessAt } from './views-from-store/load-process.js';
import { loadSearch } from './views-from-store/load-search.js';

const HTML_TYPE = 'text/html; charset=utf-8';
const ROWS_PER_PAGE = 20;

interface ItemsQuery {
  readonly q?: string;
  readonly cursor?: string;
}

/** Other parameters, which links from elsewhere may carry, are nobody's business. */
interface MomentQuery {
  readonly publicacion?: string;
}

const momentQuery = querySchema<MomentQuery>({
  type: 'object',
  properties: { publicacion: { type: 'string', maxLength: 1000 } },
});

const itemsQuery = querySchema<ItemsQuery>({
  type: 'object',
  properties: { cursor: pageProperties.cursor, q: processFilters.q },
  additionalProperties: false,
});

@Public()
@Controller(['', 'en'])
export class PortalController {
  constructor(
    private readonly site: Site,
    private readonly dataSource: DataSource,
    private readonly commitment: OwnCommitment,
  ) {}

  @Get()
  @Header('content-type', HTML_TYPE)
  async home(@Req() request: FastifyRequest): Promise<string> {
    const site = await this.site.of(request.url);
    return homePage(await loadHome(this.dataSource, site, await this.commitment.in(site.language)));
  }

  @Get('procesos')
  @Header('content-type', HTML_TYPE)
  async search(@Req() request: FastifyRequest, @Query({ schema: processQuery }) query: ProcessQuery): Promise<string> {
    const site = await this.site.of(request.url);
    return searchPage(await loadSearch(this.dataSource, site, { ...withoutBlank(query), limit: ROWS_PER_PAGE }));
  }

  @Get('partidas')
  @Header('content-type', HTML_TYPE)
  async items(@Req() request: FastifyRequest, @Query({ schema: itemsQuery }) query: ItemsQuery): Promise<string> {
    const { q, cursor } = query;
    return itemsPage(
      await loadItems(this.dataSource, await this.site.of(request.url), { q: q?.trim() || undefined, cursor }),
    );
  }

  @Get('procesos/:ocid')
  @Header('content-type', HTML_TYPE)
  async process(
    @Req() request: FastifyRequest,
    @Param('ocid') ocid: string,
    @Query({ schema: momentQuery }) { publicacion }: MomentQuery,
  ): Promise<string> {
    const site = await this.site.of(request.url);
    const view = publicacion
      ? await loadProcessAt(this.dataSource, site, ocid, publicacion)
      : await loadProcess(this.dataSource, site, ocid);
    if (!view) return sayWhyMissing(this.dataSource, ocid, `No hay un proceso publicado con el ocid «${ocid}».`);
    return processPage(view);
  }
}
