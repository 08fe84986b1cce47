import type { EntityManager } from 'typeorm';
import { takeRegister } from './take-register.js';
import { type RowsInput, type TakenRows, takeRows } from './take-rows.js';

/** Takes in a spreadsheet, inside the caller's transaction: as its profile says, purchases or a suppliers' register. */
export function takeMapped(manager: EntityManager, input: RowsInput): Promise<TakenRows> {
  return input.file.profile.output === 'register' ? takeRegister(manager, input) : takeRows(manager, input);
}
