import { Controller, Get, Header, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Platform } from '#publishing';
import { Public } from '../../../../wiring/src/access/access.decorators.js';
import { writeAtom } from '../../feeds/write-atom.js';
import { writeJsonFeed } from '../../feeds/write-json-feed.js';
import { TrackerPages } from '../tracker-pages.js';
import { type TrackerQuery, trackerQuery } from '../tracker-query.js';
import { trackerCalendar } from './tracker-calendar.js';
import { trackerFeed } from './tracker-feed.js';

const WRITERS = {
  atom: { type: 'application/atom+xml; charset=utf-8', write: writeAtom },
  json: { type: 'application/feed+json; charset=utf-8', write: writeJsonFeed },
};

/** What changes in the tracker, for readers of feeds, and its dates, for calendars. */
@Public()
@Controller()
export class TrackerFeedsController {
  constructor(
    private readonly pages: TrackerPages,
    private readonly platform: Platform,
  ) {}

  @Get('feeds/compromisos.:format')
  async feed(
    @Req() { url }: FastifyRequest,
    @Param('format') format: string,
    @Query({ schema: trackerQuery }) query: TrackerQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (format !== 'atom' && format !== 'json')
      throw new NotFoundException('Lo nuevo del seguimiento está en Atom y en JSON.');
    const { publicUrl: origin, settings } = this.platform;
    const head = { origin, selfPath: url, author: settings.platformName, now: new Date().toISOString() };
    const { type, write } = WRITERS[format];
    const feed = trackerFeed(await this.pages.view(url, query), head);
    void reply.type(type).header('access-control-allow-origin', '*').send(write(feed));
  }

  @Get('eventos.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  async calendar(
    @Req() { url }: FastifyRequest,
    @Query({ schema: trackerQuery }) query: TrackerQuery,
  ): Promise<string> {
    const { publicUrl: origin, settings } = this.platform;
    return trackerCalendar(await this.pages.view(url, query), {
      origin,
      author: settings.platformName,
      now: new Date(),
    });
  }
}
