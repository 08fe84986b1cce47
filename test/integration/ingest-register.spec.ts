import {
  type BatchReport,
  explainProcess,
  expandText,
  findPublisher,
  ingestFile,
  loadProfiles,
  remapBatch,
  verifyStore,
} from '#publishing';
import type { Release } from '#ocds';
import { parseProfile, type Profile } from '#sources';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { tableStore } from '../table-store.js';
import { writeInput } from '../write-input.js';

/** A list of purchases that names suppliers by their number in the state's register. */
const PURCHASES = parseProfile(
  `
profile: compras-de-prueba
version: 1
kind: table
title: Compras de prueba
source: Hoja inventada
columns: { number: Expediente de prueba, supplier: Proveedor, rfc: RFC, register: Número de padrón }
required: [number, register]
process: { number: { clean: number } }
release:
  buyer: { $buyer: [buyer] }
  tender: { id: { clean: number }, status: { constant: complete } }
  awards:
    - id: { clean: number }
      suppliers:
        - $party:
            roles: [supplier]
            name: { text: supplier }
            rfc: rfc
            register: { scheme: PROV-GOB-JAL, id: { clean: register } }
`,
  'compras-de-prueba',
);

const COLUMNS = {
  personality: 'Personalidad jurídica de la persona proveedora o contratista',
  given: 'Nombre(s) de la persona física proveedora o contratista',
  first: 'Primer apellido de la persona física proveedora o contratista',
  name: 'Denominación o razón social de la persona moral proveedora o contratista',
  rfc: 'Registro Federal de Contribuyentes (RFC) de la persona física o moral',
  number: 'Número de registro en el padrón',
  activity: 'Actividad económica de la empresa',
  road: 'Domicilio fiscal: Nombre de la vialidad',
  updated: 'Fecha de actualización',
};

type Entry = Readonly<Partial<Record<keyof typeof COLUMNS, string>>>;

const CLOUD: Entry = { name: 'Nube Roja, S.A. de C.V.', rfc: 'QAZ200101A17', number: 'P00716' };
const PERSON: Entry = { given: 'Ximena', first: 'Olmos', rfc: 'XOLO920229Q12', number: 'P00800', road: 'Calle Falsa' };
const NUMBERED: Entry = { name: 'Barro Negro, S.C.', number: 'P00900' };

let test: TestPlatform;
let profiles: readonly Profile[];

beforeEach(async () => {
  test = await openTestPlatform();
  profiles = [...(await loadProfiles()), PURCHASES];
});
afterEach(() => test.close());

async function ingest(content: string, name: string, publisherId = 'sepaf'): Promise<BatchReport> {
  const publisher = await findPublisher(test.platform.dataSource, publisherId);
  return ingestFile(test.platform, { path: await writeInput(content, name), publisher, profiles });
}

function ingestRegister(entries: readonly Entry[], before = ''): Promise<BatchReport> {
  const rows = entries.map((entry) =>
    Object.keys(COLUMNS).map((column) => entry[column as keyof Entry] ?? DEFAULTS[column] ?? ''),
  );
  return ingest(before + csvOf([Object.values(COLUMNS), ...rows]), 'padron.csv');
}

const DEFAULTS: Readonly<Record<string, string>> = { personality: 'Persona moral', activity: 'Papelería' };

function ingestPurchase(number: string, supplier: Entry, publisherId?: string): Promise<BatchReport> {
  const { name = '', rfc = '', number: register = '' } = supplier;
  const header = ['Expediente de prueba', 'Proveedor', 'RFC', 'Número de padrón'];
  return ingest(csvOf([header, [number, name, rfc, register]]), 'compras.csv', publisherId);
}

function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map((cell) => `"${cell}"`).join(',')}\r\n`).join('');
}

async function storedEntries(): Promise<unknown[]> {
  return test.platform.dataSource.query(
    'SELECT party_id AS id, rfc, scheme, number, name, row FROM register_entry ORDER BY party_id',
  );
}

async function releasesOf(ocid: string): Promise<Release[]> {
  const rows = (await test.platform.dataSource.query('SELECT document FROM release WHERE ocid = $1 ORDER BY date', [
    ocid,
  ])) as { document: Buffer }[];
  return Promise.all(rows.map(async ({ document }) => JSON.parse(await expandText(document)) as Release));
}

async function suppliersOf({ ocids: [ocid] }: BatchReport) {
  const release = (await releasesOf(ocid!)).at(-1)!;
  return release.parties!.filter(({ roles }) => roles?.includes('supplier'));
}

describe("taking in a suppliers' register", () => {
  it('keeps each organisation with its numbers, and publishes nothing', async () => {
    const report = await ingestRegister([CLOUD, { activity: 'Sin nombre' }, PERSON, NUMBERED]);
    expect(report).toMatchObject({
      profile: 'padron-proveedores',
      read: 0,
      accepted: 0,
      ocids: [],
      organisations: { stored: 3, unchanged: 0, older: 0 },
      rows: { published: 3, refused: 1 },
    });
    expect(await storedEntries()).toEqual([
      { id: 'MX-RFC-QAZ200101A17', rfc: 'QAZ200101A17', ...inRegister('P00716'), name: CLOUD.name, row: 2 },
      { id: 'MX-RFC-XOLO920229Q12', rfc: 'XOLO920229Q12', ...inRegister('P00800'), name: 'Ximena Olmos', row: 4 },
      { id: 'PROV-GOB-JAL-P00900', rfc: null, ...inRegister('P00900'), name: NUMBERED.name, row: 5 },
    ]);
    expect(await tableStore(test).counts()).toMatchObject([{ release: 0, record: 0, batch: 1, source_row: 4 }]);
    expect((await verifyStore(test.platform.dataSource)).filter((check) => !check.ok)).toEqual([]);
  });

  it('changes nothing when the same file comes again', async () => {
    await ingestRegister([CLOUD, PERSON]);
    const before = await everything();
    expect(await ingestRegister([CLOUD, PERSON])).toMatchObject({ seenBefore: true });
    expect(await everything()).toEqual(before);
  });

  it('tells new and changed entries from those that another file repeats', async () => {
    await ingestRegister([CLOUD, PERSON]);
    const report = await ingestRegister([CLOUD, { ...PERSON, road: 'Calle Nueva' }, NUMBERED], '\uFEFF');
    expect(report).toMatchObject({
      organisations: { stored: 2, unchanged: 1, older: 0 },
      rows: { published: 2, unchanged: 1 },
    });
    const [person] = (await test.platform.dataSource.query('SELECT party FROM register_entry WHERE rfc = $1', [
      PERSON.rfc,
    ])) as unknown[];
    expect(person).toMatchObject({ party: { address: { streetAddress: 'Calle Nueva' } } });
  });

  it('does not go back to what a newer entry corrected', async () => {
    await ingestRegister([{ ...CLOUD, name: 'Nube Azul, S.A. de C.V.', updated: '2026-04-01' }]);
    const report = await ingestRegister([{ ...CLOUD, updated: '2026-01-01' }]);
    expect(report).toMatchObject({ organisations: { older: 1, stored: 0 }, rows: { older: 1 } });
    expect(await storedEntries()).toMatchObject([{ name: 'Nube Azul, S.A. de C.V.' }]);
  });

  it('keeps an organisation that two rows of a file tell once, and those with the generic RFC apart', async () => {
    const foreign = (name: string): Entry => ({ name, rfc: 'XEXX010101000' });
    const twice = { ...CLOUD, rfc: 'qaz-200101-a17' };
    const report = await ingestRegister([CLOUD, foreign('Blue Cloud Inc'), twice, foreign('Red Cloud Inc')]);
    expect(report).toMatchObject({ organisations: { stored: 3 }, rows: { published: 4 } });
    expect(await storedEntries()).toHaveLength(3);
  });
});

describe('purchases that name a supplier by its number in the register', () => {
  it('get its RFC, keep the number, and say from which cell it came', async () => {
    await ingestRegister([CLOUD]);
    const report = await ingestPurchase('LPL 1', { name: 'NUBE ROJA SA DE CV', number: 'p00716' });
    expect(await suppliersOf(report)).toMatchObject([
      {
        id: 'MX-RFC-QAZ200101A17',
        identifier: { scheme: 'MX-RFC', id: 'QAZ200101A17' },
        additionalIdentifiers: [{ scheme: 'PROV-GOB-JAL', id: 'P00716' }],
      },
    ]);
    expect(report).toMatchObject({ accepted: 1, held: 0 });
    const options = { profiles, personalData: 'mask' } as const;
    for await (const { values } of explainProcess(test.platform.dataSource, report.ocids[0]!, options)) {
      expect(values.find(({ value }) => value === 'MX-RFC-QAZ200101A17')).toMatchObject({
        origins: [{ header: 'Número de padrón', value: 'p00716' }],
      });
    }
  });

  it('publish neither the RFC nor the street of a natural person', async () => {
    await ingestRegister([PERSON]);
    const report = await ingestPurchase('LPL 2', { name: 'Ximena Olmos', number: PERSON.number! });
    const released = JSON.stringify(await releasesOf(report.ocids[0]!));
    expect(released).toContain('MX-RFC-PF-');
    expect(released).not.toContain(PERSON.rfc);
    expect(released).not.toContain(PERSON.road);
  });

  it('go by the number where the register gives it no RFC, two RFCs, or is of another publisher', async () => {
    await ingestRegister([NUMBERED, CLOUD, { ...CLOUD, name: 'Otra, S.C.', rfc: 'QAZ200101A5A' }]);
    await test.platform.dataSource.query(
      `INSERT INTO publisher (id, name, ocid_prefix) VALUES ('otra', 'Otra', 'ocds-aaaaaa')`,
    );
    const idsOf = async (report: BatchReport) => (await suppliersOf(report)).map(({ id }) => id);
    expect(await idsOf(await ingestPurchase('LPL 3', NUMBERED))).toEqual(['PROV-GOB-JAL-P00900']);
    const named = { name: CLOUD.name!, number: CLOUD.number! };
    expect(await idsOf(await ingestPurchase('LPL 4', named))).toEqual(['PROV-GOB-JAL-P00716']);
    await ingestRegister([CLOUD]);
    expect(await idsOf(await ingestPurchase('LPL 5', named))).toEqual(['MX-RFC-QAZ200101A17']);
    expect(await idsOf(await ingestPurchase('LPL 5', named, 'otra'))).toEqual(['PROV-GOB-JAL-P00716']);
  });

  it('say the same when they are mapped again', async () => {
    const register = await ingestRegister([CLOUD]);
    const { batchId } = await ingestPurchase('LPL 6', { name: CLOUD.name!, number: CLOUD.number! });
    const changes: unknown[] = [];
    const remap = (batch: string) =>
      remapBatch(test.platform, batch, { profiles, apply: false, onChange: (change) => changes.push(change) });
    expect((await remap(batchId)).batch.rows).toMatchObject({ unchanged: 1, published: 0 });
    expect((await remap(register.batchId)).batch).toMatchObject({ read: 0, organisations: { unchanged: 1 } });
    expect(changes).toEqual([]);
  });
});

function inRegister(number: string) {
  return { scheme: 'PROV-GOB-JAL', number };
}

async function everything(): Promise<unknown> {
  const kept = await test.platform.dataSource.query('SELECT * FROM register_entry ORDER BY party_id');
  return { kept, counts: await tableStore(test).counts() };
}
