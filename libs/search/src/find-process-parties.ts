import type { DataSource } from 'typeorm';
import type { Side } from '#ocds';

/** Somebody in a process who has a page. */
export interface ProcessParty {
  readonly side: Side;
  readonly name: string;
  /** The id of the page. */
  readonly id: string;
}

/** Who buys, offers or wins in a process, as it names them, with the page of each; a name that two parties share leads to none. */
export async function findProcessParties(dataSource: DataSource, ocid: string): Promise<readonly ProcessParty[]> {
  return (await dataSource.query(
    `SELECT p.side, p.name, min(k.party) AS id
       FROM participation p JOIN party_key k ON k.side = p.side AND k.key = p.party
      WHERE p.ocid = $1 AND p.name IS NOT NULL GROUP BY p.side, p.name HAVING count(DISTINCT k.party) = 1`,
    [ocid],
  )) as ProcessParty[];
}
