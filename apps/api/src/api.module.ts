import { type DynamicModule, Module } from '@nestjs/common';
import { BatchIntakeController } from './batches/batch-intake.controller.js';
import { BatchesController } from './batches/batches.controller.js';
import { ChangesController } from './changes.controller.js';
import { CommitmentMetricsController } from './commitment-metrics.controller.js';
import { ExtensionsController } from './extensions.controller.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { OpenApiController } from './openapi/open-api.controller.js';
import { PartiesController } from './parties.controller.js';
import { ProcessesController } from './processes.controller.js';
import { RecordsController } from './records.controller.js';
import { ReferenceController } from './reference.controller.js';
import { ReleasesController } from './releases.controller.js';
import { StatsController } from './stats.controller.js';
import { TrackerController } from './tracker/tracker.controller.js';
import { TrackerWorkController } from './tracker/tracker-work.controller.js';

@Module({
  controllers: [
    ReleasesController,
    RecordsController,
    ProcessesController,
    PartiesController,
    StatsController,
    ChangesController,
    HealthController,
    MetricsController,
    CommitmentMetricsController,
    ExtensionsController,
    ReferenceController,
    BatchesController,
    BatchIntakeController,
    TrackerController,
    TrackerWorkController,
    OpenApiController,
  ],
})
export class ApiModule {
  /** @param platform the module that provides the open platform. */
  static with(platform: DynamicModule): DynamicModule {
    return { module: ApiModule, imports: [platform] };
  }
}
