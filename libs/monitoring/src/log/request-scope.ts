import { AsyncLocalStorage } from 'node:async_hooks';

/** The request that the code running now works for, by its id. */
export const requestScope = new AsyncLocalStorage<string>();
