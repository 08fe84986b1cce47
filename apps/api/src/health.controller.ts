import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { checkReadiness, type Readiness } from '#monitoring';
import { Platform } from '#publishing';
import { Public } from '../../wiring/src/access/access.decorators.js';

/** However many ask, the store is asked once in this time. */
const FRESH_MS = 1_000;

@Public()
@Controller()
export class HealthController {
  #last: { readonly at: number; readonly readiness: Promise<Readiness> } | undefined;

  constructor(
    private readonly platform: Platform,
    private readonly dataSource: DataSource,
  ) {}

  /** The process lives. */
  @Get('healthz')
  @Header('cache-control', 'no-store')
  alive(): object {
    return { status: 'ok' };
  }

  /** It can do its work: the store and the queues answer, the schema is the program's, the disk has room. */
  @Get('readyz')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const { ok, checks } = await this.#readiness();
    const told = Object.fromEntries(checks.map(({ name, ok: fine, facts }) => [name, { ok: fine, ...facts }]));
    void reply
      .status(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ok ? 'ok' : 'unavailable', ...told });
  }

  #readiness(): Promise<Readiness> {
    if (!this.#last || Date.now() - this.#last.at > FRESH_MS) {
      const { queues, settings } = this.platform;
      const watched = { dataSource: this.dataSource, queues, embedded: settings.databaseUrl === undefined };
      this.#last = { at: Date.now(), readiness: checkReadiness(watched) };
    }
    return this.#last.readiness;
  }
}
