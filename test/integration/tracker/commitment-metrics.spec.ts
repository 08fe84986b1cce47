import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { findPublisher, ingestFile } from '#publishing';
import { countPublished } from '#search';
import { examplePackage, exampleRelease } from '../../example-releases.js';
import { listenTestApp } from '../../open-test-app.js';
import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';
import { writeInput } from '../../write-input.js';

/*
 * What the page says of commitment 7 is computed by the database. Here anybody's program computes the same from what
 * the public API serves, by the formulas as they are written in libs/metrics/src/definitions.json.
 */

let test: TestPlatform;
let app: NestFastifyApplication;
let origin: string;

const day = (month: string) => `2026-${month}T12:00:00-06:00`;
const lastYear = new Date(Date.now() - 60 * 86_400_000).toISOString();

function dealt(n: number, buyer: string, contracts: readonly object[], more: object = {}) {
  const awards = [
    { id: `a${n}`, date: day('01-20'), status: 'active', suppliers: [{ id: 'S1', name: 'Papelería El Cuervo' }] },
    { id: `b${n}`, date: day('01-15'), status: 'cancelled' },
  ];
  return exampleRelease(n, {
    date: lastYear,
    tag: ['contract'],
    buyer: { id: buyer, name: `Secretaría ${buyer}` },
    parties: [{ id: 'S1', name: 'Papelería El Cuervo', roles: ['supplier'] }],
    awards,
    contracts: contracts.map((one, index) => ({ id: `c${n}-${index}`, awardID: `a${n}`, status: 'active', ...one })),
    ...more,
  });
}

const mxn = (amount: number) => ({ value: { amount, currency: 'MXN' } });

beforeAll(async () => {
  test = await openTestPlatform();
  ({ app, origin } = await listenTestApp(test.platform));
  const second = (n: number) => ({ ...dealt(n, 'DEP-2', [mxn(70.5)]), id: `prueba-${n}-2`, tag: ['contractUpdate'] });
  await submit(
    exampleRelease(1, { buyer: { id: 'DEP-0', name: 'Secretaría vieja' }, date: '2019-05-01T10:00:00-05:00' }),
    dealt(2, 'DEP-1', [
      { ...mxn(1000.1), dateSigned: day('02-01') },
      { ...mxn(9), status: 'cancelled' },
    ]),
    dealt(3, 'DEP-1', [mxn(0), { value: { amount: 12, currency: 'USD' } }], {
      tender: { id: 't', procurementMethod: 'direct' },
    }),
    dealt(4, 'DEP-2', [mxn(0.2)]),
    second(4),
    // The tilde and the letters outside ASCII are where an order by language would differ from one by bytes.
    { ...exampleRelease(5), ocid: 'ocds-xs1qbl-ñandú', id: 'Z-1' },
    { ...exampleRelease(6), ocid: 'ocds-xs1qbl-a~b', id: 'z-1' },
  );
});
afterAll(async () => {
  await app.close();
  await test.close();
});

async function submit(...releases: unknown[]) {
  const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
  const path = await writeInput(examplePackage(releases));
  await test.publish((await ingestFile(test.platform, { path, publisher, profile: 'ocds' })).ocids);
}

interface Deal {
  readonly date?: string;
  readonly dateSigned?: string;
  readonly status?: string;
  readonly value?: { readonly amount?: number; readonly currency?: string };
  readonly suppliers?: readonly object[];
}

interface ApiRelease {
  readonly ocid: string;
  readonly id: string;
  readonly date: string;
  readonly tag: readonly string[];
  readonly buyer?: { readonly id?: string; readonly name?: string };
  readonly tender?: { readonly procurementMethod?: string };
  readonly awards?: readonly Deal[];
  readonly contracts?: readonly Deal[];
}

async function json<T>(path: string): Promise<T> {
  return (await (
    await fetch(path.startsWith('http') ? path.replace('https://compras.example', origin) : origin + path)
  ).json()) as T;
}

/** Everything that a list of the API has, page after page. */
async function everyPage<T>(path: string, member: string): Promise<readonly T[]> {
  const all: T[] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const page: { links?: { next?: string } } & Record<string, unknown> = await json(next);
    all.push(...(page[member] as T[]));
    next = page.links?.next;
  }
  return all;
}

interface Answer {
  readonly asOf: string;
  readonly dataset: { readonly sha256: string; readonly releases: number };
  readonly metrics: readonly {
    readonly id: string;
    readonly observations: readonly {
      readonly scope?: { readonly by: string; readonly value: string | null };
      readonly value: string | null;
      readonly numerator: string | null;
      readonly denominator: string | null;
      readonly rows?: string;
    }[];
  }[];
}

async function metric(id: string): Promise<Readonly<Record<string, string | null>>> {
  const { metrics } = await json<Answer>(`/api/v1/metrics/${id}`);
  return Object.fromEntries(
    metrics[0]!.observations.map(({ scope, value }) => [scope ? `${scope.value}` : 'all', value]),
  );
}

const compiled = async () =>
  (await everyPage<{ compiledRelease: ApiRelease }>('/api/v1/records?limit=2', 'records')).map(
    ({ compiledRelease }) => compiledRelease,
  );
const counts = ({ status }: Deal) => status !== 'cancelled' && status !== 'unsuccessful';
const utcDay = (instant: string) => Math.floor(Date.parse(instant) / 86_400_000);

describe('whoever computes the metrics of commitment 7 from the public API gets', () => {
  it('the hash of the data', async () => {
    const releases = await everyPage<ApiRelease>('/api/v1/releases?limit=3', 'releases');
    const bytes = (one: ApiRelease) => [Buffer.from(one.ocid), Buffer.from(one.id)] as const;
    const ordered = releases.toSorted((one, other) => {
      const [[a, b], [c, d]] = [bytes(one), bytes(other)];
      return Buffer.compare(a, c) || Buffer.compare(b, d);
    });
    const lines = ordered.map(({ ocid, id }) => `${ocid}\t${id}\n`).join('');
    const { dataset } = await json<Answer>('/api/v1/metrics');
    expect(dataset).toMatchObject({ sha256: createHash('sha256').update(lines).digest('hex'), releases: 7 });
  });

  it('the processes, by method too', async () => {
    const processes = await compiled();
    const direct = processes.filter(({ tender }) => tender?.procurementMethod === 'direct').length;
    expect(await metric('C7-01')).toMatchObject({ all: String(processes.length), direct: String(direct) });
    expect(direct).toBe(1);
  });

  it('the contracts and their amounts, one sum a currency', async () => {
    const contracts = (await compiled()).flatMap((one) => one.contracts ?? []).filter(counts);
    const sum = (currency: string) =>
      contracts.reduce(
        (cents, { value }) => cents + (value?.currency === currency ? Math.round(value.amount! * 100) : 0),
        0,
      );
    const told = await metric('C7-02');
    expect(told).toEqual({
      all: String(contracts.length),
      MXN: (sum('MXN') / 100).toFixed(2),
      USD: (sum('USD') / 100).toFixed(2),
    });
    expect(told['MXN']).toBe('1070.60');
  });

  it('the buyers, and those that published in twelve months', async () => {
    const processes = await compiled();
    const since = Date.now() - 365 * 86_400_000;
    const buyers = (some: readonly ApiRelease[]) =>
      String(new Set(some.flatMap(({ buyer }) => buyer?.id ?? buyer?.name ?? [])).size);
    const active = processes.filter(({ date }) => Date.parse(date) > since);
    expect(await metric('C7-05')).toEqual({ year: buyers(active), ever: buyers(processes), all: null });
    expect([buyers(active), buyers(processes)]).toEqual(['2', '3']);
  });

  it('the four words of the commitment', async () => {
    const processes = await compiled();
    const awarded = processes.filter(({ awards = [] }) => awards.some(counts));
    const told = awarded.filter(({ awards = [] }) =>
      awards.some((one) => counts(one) && (one.suppliers ?? []).length > 0),
    );
    const open = processes.filter(({ tender }) => tender?.procurementMethod === 'open').length;
    expect(await metric('C7-06')).toEqual({
      compra: String(processes.length),
      licitacion: String(open),
      adjudicacion: String(awarded.length),
      seleccion: String(told.length),
    });
  });

  it('how far the processes can be followed', async () => {
    const processes = await compiled();
    const percent = (n: number) => ((n / processes.length) * 100).toFixed(1);
    const withContract = processes.filter(({ contracts = [] }) => contracts.length > 0).length;
    expect(await metric('C7-07')).toMatchObject({ contract: percent(withContract), tender: '100.0' });
  });

  it('the days from an award and from a signature to the first publication, by the clock of the platform', async () => {
    const changes = await everyPage<{ ocid: string; releases: readonly string[]; date: string }>(
      '/api/v1/changes?limit=2',
      'changes',
    );
    const releases = await everyPage<ApiRelease>('/api/v1/releases', 'releases');
    const telling = new Set(
      releases.filter(({ tag }) => /award|contract|implementation/.test(tag.join())).map(({ id }) => id),
    );
    const days = (name: 'awards' | 'contracts', date: 'date' | 'dateSigned', all: readonly ApiRelease[]) =>
      all.flatMap((one) => {
        const [event] = (one[name] ?? []).flatMap((deal) => deal[date] ?? []).sort();
        const seen = changes.find(({ ocid, releases: ids }) => ocid === one.ocid && ids.some((id) => telling.has(id)));
        return event && seen ? [utcDay(seen.date) - utcDay(event)] : [];
      });
    const at = (list: readonly number[], share: number) =>
      String(list.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(list.length * share) - 1)]);
    const processes = await compiled();
    const [award, contract] = [days('awards', 'date', processes), days('contracts', 'dateSigned', processes)];
    expect(await metric('C7-08')).toEqual({
      'award-median': at(award, 0.5),
      'award-p90': at(award, 0.9),
      'contract-median': at(contract, 0.5),
      'contract-p90': at(contract, 0.9),
    });
    expect([award.length, contract.length]).toEqual([3, 1]);
  });

  it('the freshness, the validity and the history', async () => {
    const releases = await everyPage<ApiRelease>('/api/v1/releases', 'releases');
    const { asOf } = await json<Answer>('/api/v1/metrics');
    const newest = Math.max(...releases.map(({ date }) => Date.parse(date)));
    const processes = new Map<string, number>();
    for (const { ocid } of releases) processes.set(ocid, (processes.get(ocid) ?? 0) + 1);
    const many = [...processes.values()].filter((n) => n > 1).length;
    expect(await metric('C7-09')).toEqual({ all: String(Math.floor((Date.parse(asOf) - newest) / 86_400_000)) });
    expect(await metric('C7-10')).toEqual({ all: '100.0' });
    expect(await metric('C7-14')).toMatchObject({
      all: (releases.length / processes.size).toFixed(2),
      most: '2',
      followed: ((many / processes.size) * 100).toFixed(1),
    });
  });
});

describe('a figure', () => {
  it('leads to as many rows as it says', async () => {
    const { metrics } = await json<Answer>('/api/v1/metrics');
    const direct = metrics[0]!.observations.find(({ scope }) => scope?.value === 'direct')!;
    const page = await (await fetch(direct.rows!.replace('https://compras.example', origin))).text();
    expect(page).toContain('<h1>1 procedimiento de contratación</h1>');
  });

  it('says that it has no denominator where nobody gave one', async () => {
    for (const id of ['C7-03', 'C7-04']) expect(await metric(id)).toEqual({ all: null });
  });

  it('is counted anew when something was published, and tells another hash', async () => {
    const before = await countPublished(test.platform.dataSource);
    await submit(exampleRelease(7));
    const after = await countPublished(test.platform.dataSource);
    expect([before.processes, after.processes]).toEqual([6, 7]);
    expect(after.datasetHash).not.toBe(before.datasetHash);
  });
});
