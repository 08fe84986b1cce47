import { DataSource } from 'typeorm';
import { DatabaseError } from './database-error.js';
import { Batch } from './entities/batch.entity.js';
import { Publisher } from './entities/publisher.entity.js';
import { CreateStore1763800000000 } from './migrations/1763800000000-create-store.js';
import { CreateConnectors1763900000000 } from './migrations/1763900000000-create-connectors.js';
import { CreateMapping1764000000000 } from './migrations/1764000000000-create-mapping.js';
import { CreateRegister1764100000000 } from './migrations/1764100000000-create-register.js';
import { CreateNumberScope1764150000000 } from './migrations/1764150000000-create-number-scope.js';
import { CreateAccess1764200000000 } from './migrations/1764200000000-create-access.js';
import { CreateIntake1764300000000 } from './migrations/1764300000000-create-intake.js';
import { CreateCorrections1764400000000 } from './migrations/1764400000000-create-corrections.js';
import { CreateReference1764450000000 } from './migrations/1764450000000-create-reference.js';
import { DeskSeesStore1764470000000 } from './migrations/1764470000000-desk-sees-store.js';
import { CreateParticipations1764700000000 } from './migrations/1764700000000-create-participations.js';
import { CreateTracker1764800000000 } from './migrations/1764800000000-create-tracker.js';
import { GuardTracker1764810000000 } from './migrations/1764810000000-guard-tracker.js';
import { AddContractFigures1764870000000 } from './migrations/1764870000000-add-contract-figures.js';
import { BringOwnOrganisation1765000000000 } from './migrations/1765000000000-bring-own-organisation.js';
import { CreateMail1765100000000 } from './migrations/1765100000000-create-mail.js';
import { CreateReminders1765110000000 } from './migrations/1765110000000-create-reminders.js';
import { CreateIssuedReports1765200000000 } from './migrations/1765200000000-create-issued-reports.js';
import { CreateLinkChecks1765210000000 } from './migrations/1765210000000-create-link-checks.js';
import { AddPartyYears1765300000000 } from './migrations/1765300000000-add-party-years.js';
import { CreateSearchTerms1765310000000 } from './migrations/1765310000000-create-search-terms.js';
import { FindCellFaultsByRow1765320000000 } from './migrations/1765320000000-find-cell-faults-by-row.js';
import { FindProcessesByPublisher1765400000000 } from './migrations/1765400000000-find-processes-by-publisher.js';
import { FindProcessesByNumber1765410000000 } from './migrations/1765410000000-find-processes-by-number.js';
import { CreateMetricRules1765500000000 } from './migrations/1765500000000-create-metric-rules.js';
import { FinishOwnAssessments1765510000000 } from './migrations/1765510000000-finish-own-assessments.js';
import { FindRegisterEntries1765600000000 } from './migrations/1765600000000-find-register-entries.js';
import { CreateSearchEntries1765700000000 } from './migrations/1765700000000-create-search-entries.js';
import { KeepExploration1765710000000 } from './migrations/1765710000000-keep-exploration.js';
import { DeskFindsProcesses1765720000000 } from './migrations/1765720000000-desk-finds-processes.js';
import { WalkAYear1765800000000 } from './migrations/1765800000000-walk-a-year.js';
import { IndexFigures1765810000000 } from './migrations/1765810000000-index-figures.js';

/**
 * The store, connected.
 *
 * @param url PostgreSQL connection string (15 or newer); a socket directory may stand in its `host` parameter.
 * @param poolSize most connections held at once.
 * @throws DatabaseError when the server cannot be reached, or does not let us in.
 */
export async function openDataSource(url: string, poolSize = 10): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: [Publisher, Batch],
    migrations: [
      CreateStore1763800000000,
      CreateConnectors1763900000000,
      CreateMapping1764000000000,
      CreateRegister1764100000000,
      CreateNumberScope1764150000000,
      CreateAccess1764200000000,
      CreateIntake1764300000000,
      CreateCorrections1764400000000,
      CreateReference1764450000000,
      DeskSeesStore1764470000000,
      CreateParticipations1764700000000,
      CreateTracker1764800000000,
      GuardTracker1764810000000,
      AddContractFigures1764870000000,
      BringOwnOrganisation1765000000000,
      CreateMail1765100000000,
      CreateReminders1765110000000,
      CreateIssuedReports1765200000000,
      CreateLinkChecks1765210000000,
      AddPartyYears1765300000000,
      CreateSearchTerms1765310000000,
      FindCellFaultsByRow1765320000000,
      FindProcessesByPublisher1765400000000,
      FindProcessesByNumber1765410000000,
      CreateMetricRules1765500000000,
      FinishOwnAssessments1765510000000,
      FindRegisterEntries1765600000000,
      CreateSearchEntries1765700000000,
      KeepExploration1765710000000,
      DeskFindsProcesses1765720000000,
      WalkAYear1765800000000,
      IndexFigures1765810000000,
    ],
    migrationsTableName: 'store_migration',
    // TypeORM prints failing statements with their parameters, which hold what publishers sent.
    logging: false,
    poolSize,
    applicationName: 'c7',
    extra: { keepAlive: true },
  });
  return dataSource.initialize().catch((error: unknown) => {
    throw new DatabaseError(url, error);
  });
}
