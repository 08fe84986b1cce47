import type { DataSource } from 'typeorm';
import { canonicalJson } from './canonical-json.js';
import { expandText } from './compressed-text.js';
import { mergeHistory } from './merge-history.js';
import { loadHistories } from './load-histories.js';
import type { Json } from '#ocds';
import type { Check } from './verify-store.js';

const PAGE = 200;
const MOST_FAULTS = 10;

interface RecordRow {
  readonly ocid: string;
  readonly compiled: Buffer | null;
  readonly versioned: Buffer | null;
}

/** Merges every process afresh and compares the result with the stored record. */
export async function verifyRecords(dataSource: DataSource): Promise<Check> {
  const faults: string[] = [];
  let looked = 0;
  for await (const page of recordPages(dataSource)) {
    const histories = await loadHistories(
      dataSource.manager,
      page.map((row) => row.ocid),
      ['published'],
    );
    for (const row of page) {
      looked++;
      const fault = await recordFault(row, mergeHistory(histories.get(row.ocid)!));
      if (fault && faults.length < MOST_FAULTS) faults.push(`${row.ocid}: ${fault}`);
    }
  }
  return { name: 'Cada registro es igual a la fusión de sus publicaciones', ok: faults.length === 0, looked, faults };
}

async function* recordPages(dataSource: DataSource): AsyncGenerator<RecordRow[]> {
  let after = '';
  for (;;) {
    const page = (await dataSource.query(
      'SELECT ocid, compiled, versioned FROM record WHERE ocid > $1 AND published > 0 ORDER BY ocid LIMIT $2',
      [after, PAGE],
    )) as RecordRow[];
    if (page.length === 0) return;
    yield page;
    after = page.at(-1)!.ocid;
  }
}

async function recordFault(row: RecordRow, fresh: ReturnType<typeof mergeHistory>): Promise<string | undefined> {
  if (!(await sameDocument(row.compiled, fresh.compiled))) return 'la publicación compilada difiere';
  if (!(await sameDocument(row.versioned, fresh.versioned))) return 'la publicación versionada difiere';
  return undefined;
}

async function sameDocument(stored: Buffer | null, fresh: Json | undefined): Promise<boolean> {
  if (stored === null || fresh === undefined) return stored === null && fresh === undefined;
  return canonicalJson(JSON.parse(await expandText(stored)) as Json) === canonicalJson(fresh);
}
