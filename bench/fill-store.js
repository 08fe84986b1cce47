import pg from 'pg';

const OTHER_AMOUNT = `round(t.amount * (0.3 + abs(hashtext(t.ocid || k) % 1000) / 700.0), 2)`;

/** What of a process is copied, and the columns that tell its copies apart, in SQL over the row `t` and the copy's number `k`. */
const COPIED = {
  release: { ocid: copied('ocid') },
  verdict: { ocid: copied('ocid') },
  record: { ocid: copied('ocid'), date: `t.date - k * interval '5 hours'` },
  process: {
    ocid: copied('ocid'),
    local_number: copied('local_number'),
    date: `t.date - k * interval '5 hours'`,
    amount: OTHER_AMOUNT,
  },
  search_entry: {
    ocid: copied('ocid'),
    local_number: copied('local_number'),
    moment: `t.moment - k * interval '5 hours'`,
    amount: OTHER_AMOUNT,
  },
  participation: { ocid: copied('ocid') },
};

function copied(column) {
  return `t.${column} || '-' || k`;
}

/**
 * Fills a store up to so many processes with copies of those that it has: each under an ocid and number of its own, five
 * hours older than the one before. The sums of suppliers and buyers stay those of the originals.
 *
 * @param url of a database server in which we may pass over triggers
 */
export async function fillStore(url, processes) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const [{ n }] = (await client.query('SELECT count(*)::int AS n FROM process')).rows;
    const copies = Math.ceil(processes / n) - 1;
    await client.query('SET session_replication_role = replica');
    await client.query('SET synchronous_commit = off');
    const first = (await client.query('SELECT ocid FROM process')).rows.map(({ ocid }) => ocid);
    for (const [table, changed] of Object.entries(COPIED)) {
      const columns = await columnsOf(client, table);
      const values = columns.map((name) => changed[name] ?? `t.${name}`).join(', ');
      await client.query(
        `INSERT INTO ${table} (${columns.join(', ')})
         SELECT ${values} FROM ${table} t, generate_series(1, $1::int) AS k WHERE t.ocid = ANY($2)`,
        [copies, first],
      );
    }
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

async function columnsOf(client, table) {
  const { rows } = await client.query(
    `SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
}
