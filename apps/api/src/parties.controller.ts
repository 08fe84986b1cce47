import { Controller, Get, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Side } from '#ocds';
import { Platform } from '#publishing';
import { type PartyQuery, searchParties } from '#search';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { pageProperties } from './list-query.js';
import { pageLinks } from './package-meta.js';
import { processFilters } from './processes.controller.js';
import { querySchema } from './query-schema.js';

const { limit, cursor } = pageProperties;

const partyQuery = querySchema<PartyQuery>({
  type: 'object',
  properties: { limit, cursor, q: { type: 'string', maxLength: 200 }, year: processFilters.year },
  additionalProperties: false,
});

/** Suppliers and buyers in figures. Amounts are decimal text by currency, of what each won or bought alone. */
@Public()
@Controller('/api/v1')
export class PartiesController {
  constructor(
    private readonly platform: Platform,
    private readonly dataSource: DataSource,
  ) {}

  @Get('suppliers')
  suppliers(@Query({ schema: partyQuery }) query: PartyQuery): Promise<object> {
    return this.#list('supplier', '/api/v1/suppliers', '/proveedores', query);
  }

  @Get('buyers')
  buyers(@Query({ schema: partyQuery }) query: PartyQuery): Promise<object> {
    return this.#list('buyer', '/api/v1/buyers', '/compradores', query);
  }

  async #list(side: Side, path: string, pages: string, query: PartyQuery): Promise<object> {
    const found = await searchParties(this.dataSource, side, { ...query, q: query.q?.trim() || undefined });
    const { total, totalIsCapped, rows } = found;
    const base = this.platform.publicUrl + pages;
    return {
      total,
      totalIsCapped,
      parties: rows.map((row) => ({ ...row, page: `${base}/${encodeURIComponent(row.id)}` })),
      links: pageLinks(this.platform, path, { ...query }, found),
    };
  }
}
