import { type DynamicModule, Module } from '@nestjs/common';
import { PublishWorker } from './publish.worker.js';

@Module({ providers: [PublishWorker] })
export class WorkerModule {
  /** @param platform the module that provides the open platform. */
  static with(platform: DynamicModule): DynamicModule {
    return { module: WorkerModule, imports: [platform] };
  }
}
