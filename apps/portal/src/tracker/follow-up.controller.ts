import { Controller, Get, Header, NotFoundException, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../../wiring/src/access/access.decorators.js';
import { assessmentsPage } from './pages/assessments.page.js';
import { discrepanciesPage } from './pages/discrepancies.page.js';
import { historyPage } from './pages/history.page.js';
import { issuesPage } from './pages/issues.page.js';
import { reschedulesPage } from './pages/reschedules.page.js';
import { evidencePage } from './pages/evidence.page.js';
import { milestonePage } from './pages/milestone.page.js';
import { TrackerPages } from './tracker-pages.js';
import { evidenceQuery, type EvidenceQuery, type TrackerQuery, trackerQuery } from './tracker-query.js';

const HTML_TYPE = 'text/html; charset=utf-8';

/** How the plan is followed: evidence, assessments, moved dates, differences, inconsistencies, history, metas. */
@Public()
@Controller(['', 'en'])
export class FollowUpController {
  constructor(private readonly pages: TrackerPages) {}

  @Get('evaluaciones')
  @Header('content-type', HTML_TYPE)
  async assessments(
    @Req() { url }: FastifyRequest,
    @Query({ schema: trackerQuery }) query: TrackerQuery,
  ): Promise<string> {
    return assessmentsPage(await this.pages.view(url, query));
  }

  @Get('historial')
  @Header('content-type', HTML_TYPE)
  async history(@Req() { url }: FastifyRequest, @Query({ schema: trackerQuery }) query: TrackerQuery): Promise<string> {
    return historyPage(await this.pages.view(url, query));
  }

  @Get('reprogramaciones')
  @Header('content-type', HTML_TYPE)
  async reschedules(
    @Req() { url }: FastifyRequest,
    @Query({ schema: trackerQuery }) query: TrackerQuery,
  ): Promise<string> {
    return reschedulesPage(await this.pages.view(url, query));
  }

  @Get('discrepancias')
  @Header('content-type', HTML_TYPE)
  async discrepancies(
    @Req() { url }: FastifyRequest,
    @Query({ schema: trackerQuery }) query: TrackerQuery,
  ): Promise<string> {
    return discrepanciesPage(await this.pages.view(url, query));
  }

  @Get('inconsistencias')
  @Header('content-type', HTML_TYPE)
  async issues(@Req() { url }: FastifyRequest, @Query({ schema: trackerQuery }) query: TrackerQuery): Promise<string> {
    return issuesPage(await this.pages.view(url, query));
  }

  @Get('evidencias')
  @Header('content-type', HTML_TYPE)
  async evidence(
    @Req() { url }: FastifyRequest,
    @Query({ schema: evidenceQuery }) { kind, ...query }: EvidenceQuery,
  ): Promise<string> {
    return evidencePage(await this.pages.view(url, query), kind);
  }

  @Get('metas/:id')
  @Header('content-type', HTML_TYPE)
  async milestone(
    @Req() { url }: FastifyRequest,
    @Param('id') id: string,
    @Query({ schema: trackerQuery }) query: TrackerQuery,
  ): Promise<string> {
    const view = await this.pages.view(url, query);
    const milestone = view.tracker.plan.milestones.find((one) => one.id === id);
    if (!milestone) throw new NotFoundException(`El plan no tiene una meta «${id}».`);
    return milestonePage(view, milestone);
  }
}
