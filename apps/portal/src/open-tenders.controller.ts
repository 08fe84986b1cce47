import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { openTenders } from '#search';
import { processFilters } from '../../api/src/processes.controller.js';
import { toQuery } from '../../api/src/package-meta.js';
import { querySchema } from '../../api/src/query-schema.js';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { openTendersPage } from './pages/open-tenders.page.js';
import { Site } from './site.js';
import { resultRow } from './views-from-store/result-row.js';
import type { OpenTendersView } from './views.js';

const MOST = 200;

export interface OpenTendersQuery {
  readonly category?: string;
  readonly min?: string;
  readonly max?: string;
}

/** A form sends the fields that were left blank, too. */
export const openTendersQuery = querySchema<OpenTendersQuery>({
  type: 'object',
  properties: {
    category: { enum: ['', ...processFilters.category.enum] },
    min: processFilters.min,
    max: processFilters.max,
  },
  additionalProperties: false,
});

export function told({ category, min, max }: OpenTendersQuery): OpenTendersQuery {
  return { category: category || undefined, min: min || undefined, max: max || undefined };
}

/** Tenders that take offers, for people. */
@Public()
@Controller(['', 'en'])
export class OpenTendersController {
  constructor(
    private readonly site: Site,
    private readonly dataSource: DataSource,
  ) {}

  @Get('licitaciones-abiertas')
  @Header('content-type', 'text/html; charset=utf-8')
  async list(
    @Req() request: FastifyRequest,
    @Query({ schema: openTendersQuery }) query: OpenTendersQuery,
  ): Promise<string> {
    const filters = told(query);
    const rows = await openTenders(this.dataSource, MOST + 1, filters);
    return openTendersPage({
      site: await this.site.of(request.url),
      rows: rows.slice(0, MOST).map(resultRow),
      capped: rows.length > MOST,
      ...filters,
      feeds: feedsOf(toQuery({ ...filters })),
      alert: { topic: 'open', query: toQuery({ ...filters }) },
    });
  }
}

function feedsOf(query: string): OpenTendersView['feeds'] {
  const ending = query === '' ? '' : `?${query}`;
  const address = (extension: string) => `/feeds/licitaciones-abiertas.${extension}${ending}`;
  return [
    { format: 'atom', href: address('atom') },
    { format: 'json', href: address('json') },
    { format: 'ical', href: address('ics') },
  ];
}
