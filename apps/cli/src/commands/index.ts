import type { Command } from '../command.js';
import { api } from './api.js';
import { demo } from './demo.js';
import { ingest } from './ingest.js';
import { migrate } from './migrate.js';
import { publisher } from './publisher.js';
import { up } from './up.js';
import { verify } from './verify.js';
import { worker } from './worker.js';

export const COMMANDS: readonly Command[] = [up, api, worker, migrate, ingest, publisher, demo, verify];
