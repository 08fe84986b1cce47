import { Controller, ForbiddenException, Get, Header, Req, UnauthorizedException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Platform } from '#publishing';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { mayReadMetrics } from './may-read-metrics.js';
import { Metrics } from '../../wiring/src/metrics.js';

/** Public to the guard of accounts: it has a lock of its own. */
@Public()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly platform: Platform,
    private readonly metrics: Metrics,
  ) {}

  /** For Prometheus; not for the public. */
  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('cache-control', 'no-store')
  async read(@Req() request: FastifyRequest): Promise<string> {
    const { metricsToken } = this.platform.settings;
    if (!mayReadMetrics(request, metricsToken)) throw refused(metricsToken);
    return this.metrics.text();
  }
}

function refused(token: string | undefined) {
  if (token !== undefined)
    return new UnauthorizedException('Las métricas se leen con «Authorization: Bearer» y METRICS_TOKEN.');
  return new ForbiddenException('Las métricas se leen desde la propia máquina; desde otra, con METRICS_TOKEN.');
}
