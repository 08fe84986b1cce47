import { demoList69b, demoRegister } from '#demo';
import { findPublisher, ingestFile, loadProfiles } from '#publishing';
import { supplierStanding } from '#search';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';

const LIST = [
  'Listado completo de contribuyentes (Artículo 69-B del CFF),,,',
  'No,RFC,Nombre del Contribuyente,Situación del contribuyente,Publicación DOF presuntos,Publicación DOF definitivos',
  '1,QAZ200101A17,"NUBE ROJA, S.A. DE C.V.",Definitivo,25/06/2024,23/10/2024',
  '2,XOLO920229Q12,OLMOS XIMENA,Presunto,25/06/2024,',
].join('\n');

let test: TestPlatform;
beforeAll(async () => {
  test = await openTestPlatform();
});
afterAll(() => test.close());

async function ingest(content: string, name: string, publisherId = 'sepaf') {
  const publisher = await findPublisher(test.platform.dataSource, publisherId);
  const profiles = await loadProfiles();
  return ingestFile(test.platform, { path: await writeInput(content, name), publisher, profiles });
}

const standing = (...keys: readonly string[]) => supplierStanding(test.platform.dataSource, keys);

const csvOf = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => `${cells.map((cell) => `"${cell}"`).join(',')}\n`).join('');

describe('where a supplier stands', () => {
  it('is not known before any register or list was received', async () => {
    expect(await standing('MX-RFC-QAZ200101A17')).toEqual({ sources: [], entries: [] });
  });

  it('is told by the list that has it: its situation and since when, and nothing else of the entry', async () => {
    const report = await ingest(LIST, '69b.csv');
    expect(report).toMatchObject({ profile: 'lista-69b', organisations: { stored: 2 } });
    const { entries } = await standing('MX-RFC-QAZ200101A17', 'PROV-GOB-JAL-P1');
    expect(entries).toEqual([
      {
        publisherId: 'sepaf',
        list: 'sat-69b',
        situation: 'definitive',
        since: '2024-10-23',
        reportedOn: null,
        receivedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        fileName: '69b.csv',
      },
    ]);
    expect((await standing('MX-RFC-ABC010203AB1')).entries).toEqual([]);
  });

  it('is told by the register that has its number, also of a scheme with hyphens', async () => {
    await ingest(csvOf(demoRegister()), 'padron.csv', 'demo');
    expect((await standing('PROV-GOB-JAL-P99001')).entries).toMatchObject([
      { publisherId: 'demo', list: null, situation: null, reportedOn: '2026-06-30', fileName: 'padron.csv' },
    ]);
    expect((await standing('PROV-GOB-JAL-P99003')).entries).toEqual([]);
  });

  it('is found on a list by an RFC that breaks its own rule, as those of the demonstration do', async () => {
    const list = demoList69b();
    await ingest(csvOf(list), '69b-demo.csv', 'demo');
    const situations = await Promise.all(list.slice(1).map(async ([rfc]) => (await standing(`MX-RFC-${rfc}`)).entries));
    expect(situations.flat().map(({ situation, since }) => [situation, since])).toEqual([
      ['presumed', '2025-03-18'],
      ['definitive', '2025-08-20'],
      ['refuted', '2025-08-21'],
      ['favourable', '2026-02-12'],
    ]);
  });
});
