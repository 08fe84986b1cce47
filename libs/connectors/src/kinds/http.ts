import { join } from 'node:path';
import type { Validators } from '#outbound';
import type { RunKind } from '../run/run.js';
import { fileNameOf } from './file-name.js';

/** Takes one file, when the server has another version than the one that was taken last. */
export const runHttp: RunKind<'http'> = async (run) => {
  const { url } = run.connector.config;
  const path = join(run.scratch, fileNameOf(url));
  const known = validatorsOf(await run.knownSignature(url));
  const answer = await run.download(url, path, { known });
  if (answer.unchanged) return;
  const taken = await run.take(path);
  // A version that cannot be read is asked for again, so that the connector goes on saying so.
  if (!taken.fault) await run.remember(url, JSON.stringify(answer.validators), taken);
};

/** What was remembered of a version, to ask with. */
export function validatorsOf(signature: string | undefined): Validators | undefined {
  return signature === undefined ? undefined : (JSON.parse(signature) as Validators);
}
