import { randomUUID } from 'node:crypto';
import { addKey, type Actor } from '#access';
import { addConnector } from '#connectors';
import { ingestFile, findPublisher, proposeCorrection, sendToReview, startIntake, withdrawProcess } from '#publishing';
import { contract, csv } from '../contract-file.js';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { addPerson, as } from '../integration/access/people.js';
import { addApiKey } from '../api-key.js';
import { intakeClient } from '../intake-client.js';
import type { TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';

/** What one organisation has, by the addresses that lead to it. */
export interface Objects {
  readonly uploads: readonly string[];
  readonly ocids: readonly string[];
  readonly correction: string;
  readonly source: string;
  readonly key: string;
  readonly user: string;
  readonly publisher: string;
}

/** Fills the publisher `educacion`: everything is real, made the way it is made in use. */
export async function addObjects(test: TestPlatform, origin: string): Promise<Objects> {
  const { platform } = test;
  const { dataSource } = platform;
  const publisher = await findPublisher(dataSource, 'educacion');
  const owner = await addPerson(dataSource, 'eva', as('publisher', 'educacion'), as('reviewer', 'educacion'));
  const releases = [1, 2].map((n) => ({ ...(exampleRelease(n) as object), ocid: `ocds-bbbbbb-${n}` }));
  const path = await writeInput(examplePackage(releases));
  const { ocids } = await ingestFile(platform, { path, publisher, profile: 'ocds' });
  await test.publish(ocids);
  await withdrawProcess(platform, { ocid: ocids[1]!, by: owner, reason: 'Se publicó dos veces.' });
  await addConnector(platform, {
    id: 'educacion-csv',
    kind: 'http',
    publisherId: 'educacion',
    config: { url: 'https://educacion.example/contratos.csv', hosts: ['educacion.example'] },
    when: { everyMs: 86_400_000 },
    toleranceSeconds: 172_800,
  });
  const wanted = { name: 'Sistema', organisationId: 'educacion', scopes: ['batch:read' as const], days: 30 };
  const { key } = await addKey(dataSource.manager, owner, wanted);
  return {
    uploads: await addUploads(test, origin),
    ocids,
    correction: await addCorrection(test, ocids[0]!, owner),
    source: 'educacion-csv',
    key: key.split('_')[1]!,
    user: owner.id,
    publisher: 'educacion',
  };
}

/** One to confirm, with findings and a copy to annotate; one that was taken in; one that was cancelled. */
async function addUploads(test: TestPlatform, origin: string): Promise<readonly string[]> {
  const client = intakeClient(origin, await addApiKey(test.platform.dataSource, 'educacion'));
  const intake = await startIntake(test.platform, { onError: () => {} });
  try {
    const wrong = csv([contract('1', { IMPORTE_CONTRATO: 'mil pesos' }), contract('2')]);
    const sent = [await client.send(wrong, 'preview=true'), await client.send(csv([contract('3')]))];
    sent.push(await client.send(csv([contract('4')]), 'preview=true'));
    const ids = sent.map(({ body }) => body.id);
    const states = [];
    for (const id of ids) states.push((await client.settled(id)).state);
    expect(states).toEqual(['ready', 'done', 'ready']);
    expect(await client.findings(ids[0]!)).not.toEqual([]);
    await client.ask('DELETE', `/api/v1/batches/${ids[2]!}`);
    return ids;
  } finally {
    await intake.stop();
  }
}

async function addCorrection({ platform }: TestPlatform, ocid: string, by: Actor): Promise<string> {
  const edits = [{ pointer: '/tender/title', value: 'Tabletas' }];
  const proposed = await proposeCorrection(platform, { ocid, edits, reason: 'Error de captura', by });
  if (proposed.outcome !== 'draft') throw new Error(JSON.stringify(proposed.faults));
  await sendToReview(platform, { id: proposed.id, by });
  return proposed.id;
}

/** The like of them that nobody has. */
export const NOBODYS: Objects = {
  uploads: [randomUUID()],
  ocids: ['ocds-bbbbbb-999'],
  correction: randomUUID(),
  source: 'nadie-csv',
  key: 'ffffffffffffffff',
  user: randomUUID(),
  publisher: 'nadie',
};
