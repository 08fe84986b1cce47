import type { DataSource } from 'typeorm';
import { type ItemLine, itemsOf, type Release } from '#ocds';
import { expandTexts } from '#publishing';
import { findCompiled, matchTexts, type ProcessRow, pageOfProcesses } from '#search';
import { toQuery } from '../../../api/src/package-meta.js';
import type { FoundItems, ItemsView } from '../search.view.js';
import type { SiteView } from '../views.js';

/** Processes of a page; those whose words stand in their description alone have no line to show. */
const PROCESSES = 20;
/** Pages that are gone through for one that has something to show. */
const MOST_PAGES = 4;
/** Lines of a process that are looked at, and shown. */
const LINES = 300;
const SHOWN = 8;
const LONGEST_TEXT = 1_000;

/** The items whose description or classification has the words, process by process, the newest first. */
export async function loadItems(
  dataSource: DataSource,
  site: SiteView,
  { q, cursor }: { readonly q?: string | undefined; readonly cursor?: string | undefined },
): Promise<ItemsView> {
  if (q === undefined) return { site, query: '', found: [] };
  let [found, next]: [readonly FoundItems[], string | undefined] = [[], cursor];
  for (let pages = 0; pages < MOST_PAGES && found.length === 0 && (pages === 0 || next !== undefined); pages++) {
    const page = await pageOfProcesses(dataSource, { items: q, sort: 'date', limit: PROCESSES, cursor: next });
    found = await itemsOfProcesses(dataSource, page.rows, q);
    next = page.next;
  }
  return { site, query: q, found, next: next && `/partidas?${toQuery({ q, cursor: next })}` };
}

async function itemsOfProcesses(dataSource: DataSource, rows: readonly ProcessRow[], q: string) {
  const compiled = await findCompiled(
    dataSource,
    rows.map(({ ocid }) => ocid),
  );
  const texts = await expandTexts([...compiled.values()]);
  const stories = new Map([...compiled.keys()].map((ocid, n) => [ocid, itemsOf(JSON.parse(texts[n]!) as Release)]));
  const lines = rows.flatMap((row) => {
    const story = stories.get(row.ocid);
    return (story?.lines ?? []).slice(0, LINES).map((line) => ({ row, from: story!.from, line }));
  });
  const matching = await matchTexts(
    dataSource,
    lines.map(({ line }) => textOf(line)),
    q,
  );
  const hits = lines.filter((_, place) => matching.has(place));
  return rows.flatMap((row) => {
    const own = hits.filter((hit) => hit.row === row);
    return own.length === 0
      ? []
      : [
          foundIn(
            row,
            own[0]!.from,
            own.map(({ line }) => line),
          ),
        ];
  });
}

function foundIn(row: ProcessRow, from: FoundItems['from'], lines: readonly ItemLine[]): FoundItems {
  return {
    ocid: row.ocid,
    title: row.title ?? undefined,
    localNumber: row.localNumber ?? undefined,
    buyer: row.buyerName ?? undefined,
    date: row.date?.toISOString(),
    from,
    lines: lines.slice(0, SHOWN),
    more: Math.max(0, lines.length - SHOWN),
  };
}

function textOf({ description, classification }: ItemLine): string {
  return [description, classification].filter(Boolean).join(' · ').slice(0, LONGEST_TEXT);
}
