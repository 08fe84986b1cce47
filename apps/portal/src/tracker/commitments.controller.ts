import { Controller, Get, Header, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Platform } from '#publishing';
import { Public } from '../../../wiring/src/access/access.decorators.js';
import { numberedCommitment } from './numbered-commitment.js';
import { commitmentPage } from './pages/commitment.page.js';
import { commitmentsPage } from './pages/commitments.page.js';
import { measuredPage } from './pages/measured.page.js';
import { questionsOf } from './questions.controller.js';
import { TrackerPages } from './tracker-pages.js';
import { type TrackerQuery, trackerQuery } from './tracker-query.js';

const HTML_TYPE = 'text/html; charset=utf-8';

/** The commitments of a plan, for people. */
@Public()
@Controller(['', 'en'])
export class CommitmentsController {
  constructor(
    private readonly pages: TrackerPages,
    private readonly platform: Platform,
  ) {}

  @Get('compromisos')
  @Header('content-type', HTML_TYPE)
  async list(@Req() { url }: FastifyRequest, @Query({ schema: trackerQuery }) query: TrackerQuery): Promise<string> {
    return commitmentsPage(await this.pages.view(url, query));
  }

  @Get('cumplimiento')
  @Header('content-type', HTML_TYPE)
  async measured(
    @Req() { url }: FastifyRequest,
    @Query({ schema: trackerQuery }) query: TrackerQuery,
  ): Promise<string> {
    return measuredPage(await this.pages.measured(url, query));
  }

  @Get('compromisos/:number')
  @Header('content-type', HTML_TYPE)
  async one(
    @Req() { url }: FastifyRequest,
    @Param('number') number: string,
    @Query({ schema: trackerQuery }) query: TrackerQuery,
  ): Promise<string> {
    const view = await this.pages.view(url, query);
    const commitment = numberedCommitment(view, number);
    return commitmentPage(view, commitment, await questionsOf(this.platform, view, commitment));
  }
}
