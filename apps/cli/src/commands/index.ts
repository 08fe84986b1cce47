import type { Command } from '../command.js';
import { api } from './api.js';
import { demo } from './demo.js';
import { flatten } from './flatten.js';
import { ingest } from './ingest.js';
import { merge } from './merge.js';
import { migrate } from './migrate.js';
import { packageCommand } from './package.js';
import { publisher } from './publisher.js';
import { repair } from './repair.js';
import { unflatten } from './unflatten.js';
import { up } from './up.js';
import { upgrade } from './upgrade.js';
import { validate } from './validate.js';
import { verify } from './verify.js';
import { worker } from './worker.js';

export const COMMANDS: readonly Command[] = [
  up,
  api,
  worker,
  migrate,
  ingest,
  publisher,
  verify,
  validate,
  merge,
  packageCommand,
  upgrade,
  repair,
  flatten,
  unflatten,
  demo,
];
