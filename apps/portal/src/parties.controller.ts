import { Controller, Get, Header, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import type { Side } from '#ocds';
import { type PartyQuery, resolveParty } from '#search';
import { pageProperties } from '../../api/src/list-query.js';
import { processFilters } from '../../api/src/processes.controller.js';
import { querySchema } from '../../api/src/query-schema.js';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { partyPath, pathIn } from './links.js';
import { partiesPage } from './pages/parties.page.js';
import { partyPage } from './pages/party.page.js';
import { languageOf, Site } from './site.js';
import { loadParties, loadParty } from './views-from-store/load-party.js';

const HTML_TYPE = 'text/html; charset=utf-8';
const ROWS_PER_PAGE = 50;

const partyQuery = querySchema<PartyQuery>({
  type: 'object',
  properties: { cursor: pageProperties.cursor, q: { type: 'string', maxLength: 200 }, year: processFilters.year },
  additionalProperties: false,
});

/** Suppliers and buyers, for people. */
@Public()
@Controller(['', 'en'])
export class PartiesController {
  constructor(
    private readonly site: Site,
    private readonly dataSource: DataSource,
  ) {}

  @Get('proveedores')
  @Header('content-type', HTML_TYPE)
  suppliers(@Req() request: FastifyRequest, @Query({ schema: partyQuery }) query: PartyQuery): Promise<string> {
    return this.#list(request, 'supplier', query);
  }

  @Get('compradores')
  @Header('content-type', HTML_TYPE)
  buyers(@Req() request: FastifyRequest, @Query({ schema: partyQuery }) query: PartyQuery): Promise<string> {
    return this.#list(request, 'buyer', query);
  }

  @Get('proveedores/:id')
  supplier(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    return this.#one(request, reply, 'supplier', id);
  }

  @Get('compradores/:id')
  buyer(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    return this.#one(request, reply, 'buyer', id);
  }

  async #list(request: FastifyRequest, side: Side, { q, year, cursor }: PartyQuery): Promise<string> {
    const query = { q: q?.trim() || undefined, year, cursor, limit: ROWS_PER_PAGE };
    return partiesPage(await loadParties(this.dataSource, await this.site.of(request.url), side, query));
  }

  /** Another key of the same party leads to the address of its page. */
  async #one(request: FastifyRequest, reply: FastifyReply, side: Side, id: string): Promise<void> {
    const own = await resolveParty(this.dataSource, side, id);
    if (own !== undefined && own !== id)
      return void reply.redirect(pathIn(languageOf(request.url), partyPath(side, own)), 302);
    const view = own && (await loadParty(this.dataSource, await this.site.of(request.url), side, own));
    if (!view) throw new NotFoundException(`Nadie con la clave «${id}» aparece en lo publicado.`);
    void reply.type(HTML_TYPE).send(partyPage(view));
  }
}
