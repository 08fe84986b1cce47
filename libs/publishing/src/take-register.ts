import type { EntityManager } from 'typeorm';
import { contentHashOf } from '#sources';
import type { JsonObject } from '#ocds';
import type { OrganisationCounts } from './batch-report.js';
import { inChunks } from './mapping/in-chunks.js';
import type { MappedProcess } from './mapping/map-file.js';
import { type KnownEntry, loadEntries, type RegisterEntry, saveEntries } from './mapping/register-entries.js';
import { createRowLog, saveFaults } from './mapping/row-log.js';
import type { RowsInput, TakenRows } from './take-rows.js';

type RegisterInput = Pick<RowsInput, 'file' | 'publisher' | 'batchId' | 'remapped'>;

/**
 * Takes in a suppliers' register, inside the caller's transaction: who is who, each organisation as the file tells it,
 * personal data included. Nothing of it is published. Organisations that the file does not name stay: registers come
 * in parts.
 */
export async function takeRegister(manager: EntityManager, input: RegisterInput): Promise<TakenRows> {
  const { file, publisher, batchId } = input;
  const log = createRowLog(batchId);
  const organisations = { stored: 0, unchanged: 0, older: 0 };
  for await (const { asides, processes } of inChunks(file)) {
    log.add(asides);
    const ids = processes.map(({ ocid }) => ocid);
    const known = await loadEntries(manager, publisher.id, ids);
    const told = processes.map((organisation) => lookAt(organisation, known.get(organisation.ocid), input));
    for (const { rows, outcome } of told) {
      organisations[outcome]++;
      log.add(rows.map((row) => ({ ...row, outcome: outcome === 'stored' ? 'published' : outcome })));
    }
    await saveEntries(
      manager,
      publisher.id,
      told.flatMap(({ outcome, entry }) => (outcome === 'older' ? [] : [entry])),
    );
    await log.flush(manager);
  }
  await saveFaults(manager, batchId, file.keptFaults());
  return { unchanged: 0, refusals: [], ocids: [], errors: [], read: 0, rows: log.counts(), organisations };
}

interface ToldEntry extends Pick<MappedProcess, 'rows'> {
  readonly outcome: keyof OrganisationCounts;
  readonly entry: RegisterEntry;
}

function lookAt(organisation: MappedProcess, known: KnownEntry | undefined, input: RegisterInput): ToldEntry {
  const told = entryOf(organisation, input.batchId);
  const entry = { ...told, reported: told.reported ?? known?.reported };
  return { rows: organisation.rows, entry, outcome: outcomeOf(entry, known, input.remapped) };
}

function entryOf({ ocid: partyId, members, rows, reported }: MappedProcess, batchId: string): RegisterEntry {
  const parties = members.parties as readonly JsonObject[];
  const party = parties.find(({ id }) => id === partyId)!;
  const { sheet, row } = rows.at(-1)!;
  return { partyId, party, contentHash: contentHashOf(party), reported, batchId, sheet, row };
}

/** @param lastToldBy of a file that is mapped again: what a later file told is not undone */
function outcomeOf(
  { contentHash, reported }: RegisterEntry,
  known: KnownEntry | undefined,
  lastToldBy: string | undefined,
): keyof OrganisationCounts {
  if (known === undefined) return 'stored';
  if (lastToldBy !== undefined && known.batchId !== lastToldBy) return 'older';
  if (reported !== undefined && known.reported !== undefined && reported < known.reported) return 'older';
  return contentHash === known.contentHash ? 'unchanged' : 'stored';
}
