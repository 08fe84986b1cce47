import { type DynamicModule, Module } from '@nestjs/common';
import { ConnectorWorker } from './connector.worker.js';
import { IntakeWorker } from './intake.worker.js';
import { LinkWorker } from './link.worker.js';
import { MailWorker } from './mail.worker.js';
import { MeasurementWorker } from './measurement.worker.js';
import { PublishWorker } from './publish.worker.js';
import { SweepWorker } from './sweep.worker.js';

@Module({
  providers: [PublishWorker, ConnectorWorker, IntakeWorker, LinkWorker, MailWorker, MeasurementWorker, SweepWorker],
})
export class WorkerModule {
  /** @param platform the module that provides the open platform. */
  static with(platform: DynamicModule): DynamicModule {
    return { module: WorkerModule, imports: [platform] };
  }
}
