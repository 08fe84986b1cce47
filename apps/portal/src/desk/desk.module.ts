import { type DynamicModule, Module } from '@nestjs/common';
import { Site } from '../site.js';
import { AuditController } from './controllers/audit.controller.js';
import { CorrectionsController } from './controllers/corrections.controller.js';
import { DeskHomeController } from './controllers/home.controller.js';
import { KeysController } from './controllers/keys.controller.js';
import { OrganisationsController } from './controllers/organisations.controller.js';
import { ProcessesController } from './controllers/processes.controller.js';
import { PublisherController } from './controllers/publisher.controller.js';
import { ReferencesController } from './controllers/references.controller.js';
import { SendController } from './controllers/send.controller.js';
import { SourcesController } from './controllers/sources.controller.js';
import { TasksController } from './controllers/tasks.controller.js';
import { TrackingController } from './controllers/tracking.controller.js';
import { UploadsController } from './controllers/uploads.controller.js';
import { UsersController } from './controllers/users.controller.js';
import { Desk } from './desk.js';

/** The pages that one signs in for. */
@Module({
  controllers: [
    DeskHomeController,
    SendController,
    UploadsController,
    CorrectionsController,
    ProcessesController,
    SourcesController,
    PublisherController,
    UsersController,
    OrganisationsController,
    KeysController,
    AuditController,
    ReferencesController,
    TrackingController,
    TasksController,
  ],
  providers: [Site, Desk],
})
export class DeskModule {
  /** @param platform the module that provides the open platform. */
  static with(platform: DynamicModule): DynamicModule {
    return { module: DeskModule, imports: [platform] };
  }
}
