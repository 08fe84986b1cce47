import { Controller, Get, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Platform } from '#publishing';
import { type ProcessQuery, searchProcesses } from '#search';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { pageProperties } from './list-query.js';
import { pageLinks } from './package-meta.js';
import { querySchema } from './query-schema.js';

const PATH = '/api/v1/processes';

/** The filters of the site and of the API are the same. */
export const processQuery = querySchema<ProcessQuery>({
  type: 'object',
  properties: {
    ...pageProperties,
    q: { type: 'string', maxLength: 300 },
    stage: { enum: ['planning', 'tender', 'award', 'contract', 'implementation'] },
    buyer: { type: 'string', minLength: 1, maxLength: 300 },
    method: { enum: ['open', 'selective', 'limited', 'direct'] },
    year: { type: 'integer', minimum: 1990, maximum: 2100 },
    sort: { enum: ['date', 'relevance'] },
  },
  additionalProperties: false,
});

@Public()
@Controller(PATH)
export class ProcessesController {
  constructor(
    private readonly platform: Platform,
    private readonly dataSource: DataSource,
  ) {}

  /** Processes that match words and filters; `total` stops at 10,000, and `totalIsCapped` says so. */
  @Get()
  async search(@Query({ schema: processQuery }) query: ProcessQuery): Promise<object> {
    const page = await searchProcesses(this.dataSource, withoutBlank(query));
    return {
      total: page.total,
      totalIsCapped: page.totalIsCapped,
      processes: page.rows.map((row) => ({
        ...row,
        record: `${this.platform.publicUrl}/api/v1/records/${encodeURIComponent(row.ocid)}`,
        page: `${this.platform.publicUrl}/procesos/${encodeURIComponent(row.ocid)}`,
      })),
      links: pageLinks(this.platform, PATH, { ...query }, page),
    };
  }
}

/** An empty search box is no search. */
export function withoutBlank(query: ProcessQuery): ProcessQuery {
  return { ...query, q: query.q?.trim() || undefined };
}
