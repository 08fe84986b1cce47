import type { Html } from '../html.js';
import type { Locale } from '../locale.js';

/** Named cases of one component: shown on the sample page, checked by the tests. */
export type Examples = Readonly<Record<string, (locale: Locale) => Html | false>>;
