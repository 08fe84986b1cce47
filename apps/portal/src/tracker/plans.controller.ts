import { Controller, Get, Header, NotFoundException, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../../wiring/src/access/access.decorators.js';
import { annualReport, reportYears } from './annual-reports.js';
import { planPage } from './pages/plan.page.js';
import { plansPage } from './pages/plans.page.js';
import { reportPage, reportsPage } from './pages/report.page.js';
import { TrackerPages } from './tracker-pages.js';
import { type TrackerQuery, trackerQuery } from './tracker-query.js';

const HTML_TYPE = 'text/html; charset=utf-8';

/** Action plans, and the annual reports that are made of them. */
@Public()
@Controller(['', 'en'])
export class PlansController {
  constructor(private readonly pages: TrackerPages) {}

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
    return reportsPage(view, reportYears(view));
  }

  @Get('informe-anual/:year')
  @Header('content-type', HTML_TYPE)
  async report(
    @Req() { url }: FastifyRequest,
    @Param('year') year: string,
    @Query({ schema: trackerQuery }) query: TrackerQuery,
  ): Promise<string> {
    const view = await this.pages.view(url, query);
    // The report is in Spanish, and so are its figures.
    const report = annualReport(await this.pages.inSpanish(view), Number(year));
    if (!report) throw new NotFoundException(`El plan no abarca ${year}.`);
    return reportPage(view, report);
  }
}
