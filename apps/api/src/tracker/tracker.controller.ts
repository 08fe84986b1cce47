import { Controller, Get, Header, Headers, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import type { Measurement } from '#tracker';
import {
  listIssuedReports,
  listPlans,
  loadLog,
  measureCommitments,
  readEvidenceFile,
  readIssuedReport,
  readTracker,
  type TrackerView,
} from '#tracking';
import { Public } from '../../../wiring/src/access/access.decorators.js';
import { JSON_TYPE } from '../json-reply.js';
import { querySchema } from '../query-schema.js';
import { dueBefore, filtered, TRACKER_LISTS } from './tracker-lists.js';

interface ListQuery {
  readonly asof?: string;
  readonly commitment?: string;
  readonly state?: string;
  readonly lane?: string;
  /** ISO day: only what is due before it. */
  readonly vence_antes?: string;
}

interface IssuedAt {
  readonly plan: string;
  readonly year: string;
  readonly version: string;
}

const code = { type: 'string', pattern: '^[a-z0-9][a-z0-9_.-]{0,79}$' } as const;

const listQuery = querySchema<ListQuery>({
  type: 'object',
  properties: {
    asof: { type: 'string', pattern: '^[12]\\d{3}-[01]\\d-[0-3]\\d$' },
    commitment: code,
    state: code,
    lane: code,
    vence_antes: { type: 'string', pattern: '^[12]\\d{3}-[01]\\d-[0-3]\\d$' },
  },
  additionalProperties: false,
});

const logQuery = querySchema<{ readonly since: number }>({
  type: 'object',
  properties: { since: { type: 'integer', minimum: 0, default: 0 } },
  additionalProperties: false,
});

/** What is recorded of action plans, as it is or was on a day. */
@Public()
@Controller('/api/v1/tracker/plans')
export class TrackerController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Header('content-type', JSON_TYPE)
  async plans(): Promise<string> {
    return JSON.stringify({ plans: await listPlans(this.dataSource) });
  }

  /** The public log, a line of JSON each, from the first after `since`: whoever has them checks the chain by themselves. */
  @Get(':plan/log')
  @Header('content-type', 'application/x-ndjson; charset=utf-8')
  async log(@Param('plan') plan: string, @Query({ schema: logQuery }) { since }: { since: number }): Promise<string> {
    await this.#view(plan);
    const lines = await loadLog(this.dataSource, plan, { since });
    return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  }

  /** The kept copy of a piece of evidence, to be saved and not opened in place. */
  @Get(':plan/evidence/:id/file')
  async file(@Param('plan') plan: string, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const copy = await readEvidenceFile(this.dataSource, plan, id);
    if (!copy) throw new NotFoundException(`No hay una copia de la evidencia «${id}»`);
    await reply
      .header('content-type', copy.mime)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(copy.fileName)}`)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('etag', `"${copy.sha256}"`)
      .send(copy.content);
  }

  /** What was issued, latest first, each with its hash and its line of the log. */
  @Get(':plan/issued-reports')
  @Header('content-type', JSON_TYPE)
  async issuedReports(@Param('plan') plan: string): Promise<string> {
    await this.#view(plan);
    return JSON.stringify({ plan, items: await listIssuedReports(this.dataSource, plan) });
  }

  /** An annual report as it was issued: the same bytes always. */
  @Get(':plan/issued-reports/:year/:version')
  async issuedReport(@Param() { plan, year, version }: IssuedAt, @Res() reply: FastifyReply): Promise<void> {
    const numbered = /^\d{4}$/.test(year) && /^\d{1,4}$/.test(version);
    const asked = { year: Number(year), version: Number(version) };
    const report = numbered && (await readIssuedReport(this.dataSource, plan, asked));
    if (!report) throw new NotFoundException(`No se ha emitido la versión «${version}» del informe de «${year}»`);
    await reply.header('content-type', JSON_TYPE).header('etag', `"${report.hash}"`).send(JSON.stringify(report));
  }

  /** One list of a plan; `asof` gives it as it was at the end of that day. */
  @Get(':plan/:kind')
  async list(
    @Param('plan') plan: string,
    @Param('kind') kind: string,
    @Query({ schema: listQuery }) { asof, vence_antes: before, ...filters }: ListQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const list = Object.hasOwn(TRACKER_LISTS, kind) ? TRACKER_LISTS[kind] : undefined;
    if (!list)
      throw new NotFoundException(`No hay una lista «${kind}». Las hay: ${Object.keys(TRACKER_LISTS).join(', ')}`);
    const view = await this.#view(plan, asof);
    const etag = `"${view.version}"`;
    void reply.header('content-type', JSON_TYPE);
    if (kind !== 'lanes' || asof !== undefined) {
      void reply.header('etag', etag);
      if (known === etag) return void (await reply.status(304).send());
    }
    const all = filtered(list(view, await this.#measured(view, kind)), { ...filters });
    const items = before === undefined ? all : dueBefore(all, before);
    await reply.send(JSON.stringify({ plan, kind, asOf: asof ?? null, version: view.version, items }));
  }

  /** Only lanes tell it, and only of today: it changes with what is published, and the plan does not. */
  async #measured({ plan, asOf }: TrackerView, kind: string): Promise<ReadonlyMap<string, Measurement>> {
    if (kind !== 'lanes' || asOf !== undefined) return new Map();
    return (await measureCommitments(this.dataSource, plan)).byCommitment;
  }

  async #view(plan: string, asOf?: string) {
    const view = await readTracker(this.dataSource, plan, { asOf });
    if (!view) throw new NotFoundException(`No hay un plan «${plan}»`);
    return view;
  }
}
