import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Platform } from '#publishing';
import {
  openTenders,
  type PartyRow,
  type ProcessFilters,
  type ProcessQuery,
  type ProcessRow,
  resolveParty,
  pageOfProcesses,
} from '#search';
import { processFilters, withoutBlank } from '../../api/src/processes.controller.js';
import { toQuery } from '../../api/src/package-meta.js';
import { querySchema } from '../../api/src/query-schema.js';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { describeAlert } from './alerts/describe-alert.js';
import { partyNames } from './alerts/party-names.js';
import type { Feed } from './feeds/feed.js';
import { feedOfProcesses } from './feeds/feed-of-processes.js';
import { writeAtom } from './feeds/write-atom.js';
import { writeCalendar } from './feeds/write-calendar.js';
import { writeJsonFeed } from './feeds/write-json-feed.js';
import { fillText } from './fill.js';
import { partyPath } from './links.js';
import { localeOf } from './locale.js';
import { told, openTendersQuery, type OpenTendersQuery } from './open-tenders.controller.js';

const ROWS = 50;
const MOST_TENDERS = 200;

const feedQuery = querySchema<ProcessQuery>({
  type: 'object',
  properties: { ...processFilters, sort: { enum: ['date', 'relevance', 'amount'] } },
  additionalProperties: false,
});

const WRITERS: Readonly<Record<string, { readonly type: string; readonly write: (feed: Feed) => string }>> = {
  atom: { type: 'application/atom+xml; charset=utf-8', write: writeAtom },
  json: { type: 'application/feed+json; charset=utf-8', write: writeJsonFeed },
  ics: { type: 'text/calendar; charset=utf-8', write: writeCalendar },
};

const words = localeOf('es').words;

/** What is new, for readers of feeds and calendars: a search, a buyer, a supplier, the open tenders. */
@Public()
@Controller('feeds')
export class FeedsController {
  constructor(
    private readonly platform: Platform,
    private readonly dataSource: DataSource,
  ) {}

  @Get('procesos.:format')
  async search(
    @Param('format') format: string,
    @Query({ schema: feedQuery }) query: ProcessQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { sort: _, ...filters } = withoutBlank(query);
    const { rows } = await pageOfProcesses(this.dataSource, { ...filters, sort: 'date', limit: ROWS });
    const title = await this.#titleOf(filters);
    this.#send(reply, format, rows, title, '/feeds/procesos', '/procesos', toQuery({ ...filters }));
  }

  @Get('licitaciones-abiertas.:format')
  async tenders(
    @Param('format') format: string,
    @Query({ schema: openTendersQuery }) query: OpenTendersQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const filters = told(query);
    const rows = await openTenders(this.dataSource, MOST_TENDERS, filters as ProcessQuery);
    const path = '/licitaciones-abiertas';
    this.#send(reply, format, rows, words.openTenders.title, `/feeds${path}`, path, toQuery({ ...filters }));
  }

  @Get(':side/:file')
  async party(@Param('side') kind: string, @Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const side = kind === 'compradores' ? 'buyer' : kind === 'proveedores' ? 'supplier' : undefined;
    const [, id = '', format = ''] = /^(.+)\.(\w+)$/.exec(file) ?? [];
    const own = side && (await resolveParty(this.dataSource, side, id));
    if (side === undefined || own === undefined) throw new NotFoundException(words.feeds.none);
    const [party] = (await this.dataSource.query('SELECT name FROM party WHERE side = $1 AND id = $2', [
      side,
      own,
    ])) as PartyRow[];
    const { rows } = await pageOfProcesses(this.dataSource, {
      [side === 'buyer' ? 'buyer' : 'participant']: own,
      sort: 'date',
      limit: ROWS,
    });
    const path = partyPath(side, own);
    this.#send(reply, format, rows, party?.name ?? own, `/feeds${path}`, path, '');
  }

  /** What the search asks for, so that two feeds in a reader can be told apart. */
  async #titleOf(filters: ProcessFilters): Promise<string> {
    const { q, ...others } = filters;
    const isPlain = Object.values(others).every((value) => value === undefined);
    if (isPlain) return q === undefined ? words.search.title : fillText(words.feeds.search, { query: q });
    const names = await partyNames(this.dataSource, filters);
    return describeAlert({ topic: 'search', filters, language: 'es' }, names).join(', ');
  }

  #send(
    reply: FastifyReply,
    format: string,
    rows: readonly ProcessRow[],
    title: string,
    selfPath: string,
    pagePath: string,
    query: string,
  ): void {
    const writer = Object.hasOwn(WRITERS, format) ? WRITERS[format] : undefined;
    if (!writer) throw new NotFoundException(words.feeds.none);
    const ending = query === '' ? '' : `?${query}`;
    const { publicUrl: origin, settings } = this.platform;
    const feed = feedOfProcesses(rows, {
      title,
      origin,
      selfPath: `${selfPath}.${format}${ending}`,
      pagePath: pagePath + ending,
      author: settings.platformName,
      now: new Date().toISOString(),
    });
    void reply.type(writer.type).header('access-control-allow-origin', '*').send(writer.write(feed));
  }
}
