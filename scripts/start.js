// `npm start`: on a fresh machine, everything; afterwards, just the product. Further arguments go to `c7 up`.
import { ensureBuilt } from './ensure-built.js';
import { ensureInstalled } from './ensure-installed.js';

ensureInstalled();
ensureBuilt();
const { main } = await import('../dist/apps/cli/src/main.js');
process.exitCode = await main(['up', '--demo', ...process.argv.slice(2)]);
