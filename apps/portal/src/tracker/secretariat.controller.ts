import { Controller, Get, Header, NotFoundException, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../../wiring/src/access/access.decorators.js';
import { numberedCommitment } from './numbered-commitment.js';
import { agreementsPage } from './pages/agreements.page.js';
import { bodyPage } from './pages/body.page.js';
import { committeePage } from './pages/committee.page.js';
import { committeesPage } from './pages/committees.page.js';
import { eventsPage } from './pages/events.page.js';
import { fundsPage } from './pages/funds.page.js';
import { sessionPage } from './pages/session.page.js';
import { sessionsPage } from './pages/sessions.page.js';
import { programmePage, programmeSitePage } from './pages/programme.page.js';
import { TrackerPages } from './tracker-pages.js';
import { municipalitySlug } from './tracker-paths.js';
import { type TrackerQuery, trackerQuery } from './tracker-query.js';

const HTML_TYPE = 'text/html; charset=utf-8';

/** Who follows the plan: the body, its sessions, agreements, committees, money, events and laboratory. */
@Public()
@Controller(['', 'en'])
export class SecretariatController {
  constructor(private readonly pages: TrackerPages) {}

  @Get('secretariado')
  @Header('content-type', HTML_TYPE)
  async body(@Req() { url }: FastifyRequest, @Query({ schema: trackerQuery }) query: TrackerQuery): Promise<string> {
    return bodyPage(await this.pages.view(url, query));
  }

  @Get('sesiones')
  @Header('content-type', HTML_TYPE)
  async sessions(
    @Req() { url }: FastifyRequest,
    @Query({ schema: trackerQuery }) query: TrackerQuery,
  ): Promise<string> {
    return sessionsPage(await this.pages.view(url, query));
  }

  @Get('sesiones/:id')
  @Header('content-type', HTML_TYPE)
  async session(
    @Req() { url }: FastifyRequest,
    @Param('id') id: string,
    @Query({ schema: trackerQuery }) query: TrackerQuery,
  ): Promise<string> {
    const view = await this.pages.view(url, query);
    const session = view.tracker.plan.sessions.find((one) => one.id === id);
    if (!session) throw new NotFoundException(`El plan no tiene una sesión «${id}».`);
    return sessionPage(view, session);
  }

  @Get('acuerdos')
  @Header('content-type', HTML_TYPE)
  async agreements(
    @Req() { url }: FastifyRequest,
    @Query({ schema: trackerQuery }) query: TrackerQuery,
  ): Promise<string> {
    return agreementsPage(await this.pages.view(url, query));
  }

  @Get('comites')
  @Header('content-type', HTML_TYPE)
  async committees(
    @Req() { url }: FastifyRequest,
    @Query({ schema: trackerQuery }) query: TrackerQuery,
  ): Promise<string> {
    return committeesPage(await this.pages.view(url, query));
  }

  @Get('comites/:number')
  @Header('content-type', HTML_TYPE)
  async committee(
    @Req() { url }: FastifyRequest,
    @Param('number') number: string,
    @Query({ schema: trackerQuery }) query: TrackerQuery,
  ): Promise<string> {
    const view = await this.pages.view(url, query);
    return committeePage(view, numberedCommitment(view, number));
  }

  @Get('recursos')
  @Header('content-type', HTML_TYPE)
  async funds(@Req() { url }: FastifyRequest, @Query({ schema: trackerQuery }) query: TrackerQuery): Promise<string> {
    return fundsPage(await this.pages.view(url, query));
  }

  @Get('eventos')
  @Header('content-type', HTML_TYPE)
  async events(@Req() { url }: FastifyRequest, @Query({ schema: trackerQuery }) query: TrackerQuery): Promise<string> {
    return eventsPage(await this.pages.view(url, query));
  }

  @Get('liiga')
  @Header('content-type', HTML_TYPE)
  async programme(
    @Req() { url }: FastifyRequest,
    @Query({ schema: trackerQuery }) query: TrackerQuery,
  ): Promise<string> {
    return programmePage(await this.pages.view(url, query));
  }

  @Get('liiga/:municipality')
  @Header('content-type', HTML_TYPE)
  async programmeSite(
    @Req() { url }: FastifyRequest,
    @Param('municipality') slug: string,
    @Query({ schema: trackerQuery }) query: TrackerQuery,
  ): Promise<string> {
    const view = await this.pages.view(url, query);
    const site = view.tracker.plan.programmeSites.find(({ municipality }) => municipalitySlug(municipality) === slug);
    if (!site) throw new NotFoundException(`El laboratorio no estuvo en «${slug}».`);
    return programmeSitePage(view, site);
  }
}
