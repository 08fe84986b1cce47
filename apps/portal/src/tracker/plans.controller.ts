import { Controller, Get, Header, NotFoundException, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../../wiring/src/access/access.decorators.js';
import { reportYears } from '#tracker';
import { AnnualReports } from './annual-reports.js';
import { planPage } from './pages/plan.page.js';
import { plansPage } from './pages/plans.page.js';
import { reportPage, reportsPage } from './pages/report.page.js';
import { TrackerPages } from './tracker-pages.js';
import { type ReportQuery, reportQuery, type TrackerQuery, trackerQuery, versionAsked } from './tracker-query.js';

const HTML_TYPE = 'text/html; charset=utf-8';

/** Action plans, and the annual reports that are made of them. */
@Public()
@Controller(['', 'en'])
export class PlansController {
  constructor(
    private readonly pages: TrackerPages,
    private readonly annual: AnnualReports,
  ) {}

  @Get('planes')
  @Header('content-type', HTML_TYPE)
  async plans(@Req() { url }: FastifyRequest, @Query({ schema: trackerQuery }) query: TrackerQuery): Promise<string> {
    return plansPage(await this.pages.view(url, query));
  }

  @Get('planes/:id')
  @Header('content-type', HTML_TYPE)
  async plan(
    @Req() { url }: FastifyRequest,
    @Param('id') id: string,
    @Query({ schema: trackerQuery }) query: TrackerQuery,
  ): Promise<string> {
    return planPage(await this.pages.view(url, { ...query, plan: id }));
  }

  @Get('informe-anual')
  @Header('content-type', HTML_TYPE)
  async reports(@Req() { url }: FastifyRequest, @Query({ schema: trackerQuery }) query: TrackerQuery): Promise<string> {
    const view = await this.pages.view(url, query);
    return reportsPage(view, reportYears(view.tracker.plan), await this.annual.issued(view));
  }

  @Get('informe-anual/:year')
  @Header('content-type', HTML_TYPE)
  async report(
    @Req() { url }: FastifyRequest,
    @Param('year') year: string,
    @Query({ schema: reportQuery }) query: ReportQuery,
  ): Promise<string> {
    const view = await this.pages.view(url, query);
    const found = await this.annual.find(view, Number(year), versionAsked(query));
    if (!found) throw new NotFoundException(`No hay ese informe de ${year}.`);
    return reportPage(view, found);
  }
}
