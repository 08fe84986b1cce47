import { Controller, Get, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { STAGES } from '#ocds';
import { Platform } from '#publishing';
import { type ProcessQuery, searchProcesses, STATUSES } from '#search';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { pageProperties } from './list-query.js';
import { pageLinks } from './package-meta.js';
import { querySchema } from './query-schema.js';

const PATH = '/api/v1/processes';

const text = { type: 'string', minLength: 1, maxLength: 300 } as const;
/** Decimal text; forms send a field that was left blank. */
const amount = { type: 'string', pattern: String.raw`^(\d{1,15}(\.\d{1,2})?)?$` } as const;
const day = { type: 'string', format: 'date' } as const;

/** What processes can be narrowed by. */
export const processFilters = {
  q: { type: 'string', maxLength: 300 },
  items: { type: 'string', minLength: 1, maxLength: 300 },
  stage: { enum: STAGES },
  reached: { enum: STAGES },
  status: { enum: STATUSES },
  method: { enum: ['open', 'selective', 'limited', 'direct'] },
  category: { enum: ['goods', 'services', 'works'] },
  year: { type: 'integer', minimum: 1990, maximum: 2100 },
  buyer: text,
  supplier: text,
  participant: text,
  offers: { type: 'integer', minimum: 1, maximum: 5 },
  currency: { type: 'string', pattern: '^[A-Z]{3}$' },
  min: amount,
  max: amount,
  amountStage: { enum: ['budget', 'estimate', 'award', 'contract', 'paid'] },
  awardedFrom: day,
  awardedTo: day,
  funds: text,
  budgetItem: text,
  municipality: text,
  validity: { enum: ['valid', 'invalid'] },
} as const;

/** The filters of the site and of the API are the same. */
export const processQuery = querySchema<ProcessQuery>({
  type: 'object',
  properties: {
    ...pageProperties,
    ...processFilters,
    sort: { enum: ['date', 'relevance', 'amount'] },
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

/** A form field that was left blank is no filter. */
export function withoutBlank(query: ProcessQuery): ProcessQuery {
  return { ...query, q: query.q?.trim() || undefined, min: query.min || undefined, max: query.max || undefined };
}
