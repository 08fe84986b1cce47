#!/usr/bin/env node
// The `c7` command. It runs what `npm run build` made, and makes it first where it is missing or old.
import { ensureBuilt } from '../scripts/ensure-built.js';
import { ensureInstalled } from '../scripts/ensure-installed.js';

ensureInstalled();
ensureBuilt();
const { main } = await import('../dist/apps/cli/src/main.js');
process.exitCode = await main(process.argv.slice(2));
