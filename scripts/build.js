import { build } from './ensure-built.js';
import { ensureInstalled } from './ensure-installed.js';

ensureInstalled();
build();
