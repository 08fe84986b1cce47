import { Controller, Get, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { countFacets, countProcesses, type ProcessQuery } from '#search';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { processFilters, withoutBlank } from './processes.controller.js';
import { querySchema } from './query-schema.js';

const statsQuery = querySchema<ProcessQuery>({
  type: 'object',
  properties: processFilters,
  additionalProperties: false,
});

@Public()
@Controller('/api/v1/stats')
export class StatsController {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * How many processes match, and how many of them have each value: the most frequent ones of each facet, counted over the
   * newest 2,000 matches (`capped` says so), with every filter in force but the facet's own.
   */
  @Get()
  async count(@Query({ schema: statsQuery }) query: ProcessQuery): Promise<object> {
    const asked = withoutBlank(query);
    const [counted, facets] = await Promise.all([
      countProcesses(this.dataSource, asked),
      countFacets(this.dataSource, asked),
    ]);
    return { ...counted, ...facets };
  }
}
