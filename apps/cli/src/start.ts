import { main } from './main.js';

// The program as a process: what containers and `nest start` run.
process.exitCode = await main(process.argv.slice(2));
