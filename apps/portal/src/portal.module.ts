import { type DynamicModule, Module } from '@nestjs/common';
import { AlertLinksController } from './alerts/alert-links.controller.js';
import { AlertsController } from './alerts/alerts.controller.js';
import { ApiDocsController } from './api-docs.controller.js';
import { AssetsController } from './assets.controller.js';
import { ChangesController } from './changes.controller.js';
import { DocumentFilesController } from './document-files.controller.js';
import { EntryController } from './entry/entry.controller.js';
import { ExploreController } from './explore.controller.js';
import { FeedsController } from './feeds.controller.js';
import { OpenTendersController } from './open-tenders.controller.js';
import { PartiesController } from './parties.controller.js';
import { PortalController } from './portal.controller.js';
import { ProcessFilesController } from './process-files.controller.js';
import { ReadingController } from './reading.controller.js';
import { ResultFilesController } from './result-files.controller.js';
import { Site } from './site.js';
import { AnnualReports } from './tracker/annual-reports.js';
import { CommitmentsController } from './tracker/commitments.controller.js';
import { TrackerFeedsController } from './tracker/files/tracker-feeds.controller.js';
import { TrackerFilesController } from './tracker/files/tracker-files.controller.js';
import { FollowUpController } from './tracker/follow-up.controller.js';
import { OwnCommitment } from './tracker/own-commitment.js';
import { PlansController } from './tracker/plans.controller.js';
import { QuestionsController } from './tracker/questions.controller.js';
import { SecretariatController } from './tracker/secretariat.controller.js';
import { TrackerPages } from './tracker/tracker-pages.js';
import { TrackerReader } from './tracker/tracker-reader.js';

@Module({
  controllers: [
    PortalController,
    PartiesController,
    OpenTendersController,
    FeedsController,
    AlertsController,
    AlertLinksController,
    ChangesController,
    ExploreController,
    ReadingController,
    DocumentFilesController,
    ResultFilesController,
    ProcessFilesController,
    EntryController,
    AssetsController,
    ApiDocsController,
    CommitmentsController,
    QuestionsController,
    FollowUpController,
    SecretariatController,
    PlansController,
    TrackerFilesController,
    TrackerFeedsController,
  ],
  providers: [Site, TrackerReader, TrackerPages, AnnualReports, OwnCommitment],
  exports: [Site],
})
export class PortalModule {
  /** @param platform the module that provides the open platform. */
  static with(platform: DynamicModule): DynamicModule {
    return { module: PortalModule, imports: [platform] };
  }
}
