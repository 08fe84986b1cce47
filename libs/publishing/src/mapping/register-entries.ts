import type { EntityManager } from 'typeorm';
import { insertRows } from '#database';
import { isJsonObject, type Json, type JsonObject } from '#ocds';
import type { MappingContext } from '#sources';
import { storableJson, storableText } from '../storable.js';
import type { RowPlace } from './map-file.js';

/** What is known of an organisation before a file tells it again. */
export interface KnownEntry {
  readonly partyId: string;
  readonly contentHash: string;
  readonly reported: string | undefined;
  /** The last file that told it, whether or not it changed anything. */
  readonly batchId: string;
}

/** An organisation as a suppliers' register tells it. */
export interface RegisterEntry extends KnownEntry, RowPlace {
  readonly party: JsonObject;
}

/** Those of the organisations that the publisher's register has. */
export async function loadEntries(
  manager: EntityManager,
  publisherId: string,
  partyIds: readonly string[],
): Promise<ReadonlyMap<string, KnownEntry>> {
  const rows = (await manager.query(
    `SELECT party_id AS "partyId", content_hash AS "contentHash", reported, batch_id AS "batchId"
       FROM register_entry WHERE publisher_id = $1 AND party_id = ANY($2)`,
    [publisherId, partyIds],
  )) as (KnownEntry & { readonly reported: string | null })[];
  return new Map(rows.map((row) => [row.partyId, { ...row, reported: row.reported ?? undefined }]));
}

/** Stores entries, each organisation once. */
export async function saveEntries(
  manager: EntityManager,
  publisherId: string,
  entries: readonly RegisterEntry[],
): Promise<void> {
  await insertRows(
    manager,
    'register_entry',
    ['publisher_id', 'party_id', ...COLUMNS],
    entries.map((entry) => [publisherId, entry.partyId, ...valuesOf(entry)]),
    `ON CONFLICT (publisher_id, party_id) DO UPDATE SET
       ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')},
       updated_at = CASE WHEN register_entry.content_hash = excluded.content_hash
                         THEN register_entry.updated_at ELSE excluded.updated_at END`,
  );
}

const COLUMNS = ['rfc', 'scheme', 'number', 'name', 'party', 'content_hash', 'batch_id', 'sheet', 'row', 'reported'];

function valuesOf({ party, contentHash, batchId, sheet, row, reported }: RegisterEntry): readonly unknown[] {
  const identifiers = [party.identifier, ...listOf(party.additionalIdentifiers)].filter(isJsonObject);
  const rfc = identifiers.find(({ scheme }) => scheme === RFC)?.id ?? null;
  const entry = identifiers.find(({ scheme }) => scheme !== RFC);
  const name = typeof party.name === 'string' ? storableText(party.name) : null;
  const number = [entry?.scheme ?? null, entry?.id ?? null];
  return [rfc, ...number, name, storableJson(party), contentHash, batchId, storableText(sheet), row, reported ?? null];
}

/** The scheme of RFCs, see identifyParty. */
const RFC = 'MX-RFC';

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/**
 * Reads what a publisher's register tells of its numbers: of each the RFC that the last file which had both told. A
 * number to which that file gave two RFCs tells nothing.
 */
export async function loadRegister(
  manager: EntityManager,
  publisherId: string,
): Promise<NonNullable<MappingContext['register']>> {
  const rows = (await manager.query(
    `SELECT scheme, number, min(rfc) AS rfc
       FROM (SELECT scheme, number, rfc, rank() OVER (PARTITION BY scheme, number ORDER BY batch_id DESC) AS place
               FROM register_entry WHERE publisher_id = $1 AND rfc IS NOT NULL AND number IS NOT NULL) told
      WHERE place = 1 GROUP BY scheme, number HAVING count(DISTINCT rfc) = 1`,
    [publisherId],
  )) as { scheme: string; number: string; rfc: string }[];
  const rfcs = new Map(rows.map(({ scheme, number, rfc }) => [`${scheme}\n${number}`, rfc]));
  return (scheme, number) => rfcs.get(`${scheme}\n${number}`);
}
