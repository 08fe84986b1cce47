import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Intake, startIntake } from '#publishing';
import { ApiModule } from '../apps/api/src/api.module.js';
import { createHttpApp } from '../apps/api/src/create-http-app.js';
import { ProblemFilter } from '../apps/api/src/problem.filter.js';
import { PlatformModule } from '../apps/wiring/src/platform.module.js';
import { addApiKey } from './api-key.js';
import { intakeClient, type IntakeClient } from './intake-client.js';
import { openTestPlatform, type TestPlatform } from './open-test-platform.js';

/** The API over a database of its own, with a reader of uploads beside it. */
export interface TestIntake {
  readonly test: TestPlatform;
  readonly app: NestFastifyApplication;
  readonly origin: string;
  /** Of the publisher sepaf, as its client. */
  readonly key: string;
  readonly client: IntakeClient;
  readonly errors: string[];
  clientOf(organisationId: string): Promise<IntakeClient>;
  /** Starts the reader, where it was not started or was stopped. */
  read(): Promise<void>;
  stopReading(): Promise<void>;
  close(): Promise<void>;
}

export async function openIntake(environment: Readonly<Record<string, string>> = {}): Promise<TestIntake> {
  const test = await openTestPlatform(environment);
  const { dataSource } = test.platform;
  await dataSource.query(`INSERT INTO publisher (id, name, ocid_prefix) VALUES ('salud', 'Salud', 'ocds-aaaaaa')`);
  const app = await createHttpApp(ApiModule.with(PlatformModule.of(test.platform)), false);
  app.useGlobalFilters(new ProblemFilter());
  await app.listen(0, '127.0.0.1');
  const origin = await app.getUrl();
  const errors: string[] = [];
  const clientOf = async (id: string) => intakeClient(origin, await addApiKey(dataSource, id));
  const key = await addApiKey(dataSource, 'sepaf');
  let intake: Intake | undefined;
  const stopReading = async () => {
    await intake?.stop();
    intake = undefined;
  };
  const read = async () => {
    const options = { onError: ({ message }: Error) => errors.push(message), lostAfterSeconds: 1 };
    intake ??= await startIntake(test.platform, options);
  };
  await read();
  const close = async () => {
    await stopReading();
    await app.close();
    await test.close();
  };
  return { test, app, origin, key, client: intakeClient(origin, key), errors, clientOf, read, stopReading, close };
}
