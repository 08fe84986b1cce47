import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Platform } from '#publishing';
import { Public } from '../../wiring/src/access/access.decorators.js';

@Public()
@Controller()
export class HealthController {
  constructor(
    private readonly platform: Platform,
    private readonly dataSource: DataSource,
  ) {}

  /** The process lives. */
  @Get('healthz')
  alive(): object {
    return { status: 'ok' };
  }

  /** It can do its work: the store answers and so do the queues. */
  @Get('readyz')
  async ready(): Promise<object> {
    try {
      await this.dataSource.query('SELECT 1');
      return { status: 'ok', queue: await this.platform.queues.counts('publish') };
    } catch {
      throw new ServiceUnavailableException();
    }
  }
}
