import { createTestDatabase } from '#database';
import { startShell } from './c7-process.js';

type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>;

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const c7 = async (command: string) => {
  const running = startShell(`export DATABASE_URL='${database.url}'\nexec $C7 ${command}`);
  return { code: await running.ended, ...running.output() };
};

const SALUD = "publisher add salud --name 'Secretaría de Salud' --prefix ocds-abc123";

it('adds a publisher with all that its packages say of it', async () => {
  const rest = '--scheme MX-RFC --uid SSA960304AB1 --uri https://salud.example.mx --policy publish-marked';
  const terms = '--corrections review --license https://a.example.mx/l --publication-policy https://a.example.mx/p';
  expect(await c7(`${SALUD} ${rest} ${terms}`)).toMatchObject({ code: 0 });
  const all = JSON.parse((await c7('publisher list --json')).out) as readonly { readonly id: string }[];
  expect(all.find(({ id }) => id === 'salud')).toMatchObject({
    ocidPrefix: 'ocds-abc123',
    policy: 'publish-marked',
    corrections: 'review',
    scheme: 'MX-RFC',
    uid: 'SSA960304AB1',
    uri: 'https://salud.example.mx',
    license: 'https://a.example.mx/l',
    publicationPolicy: 'https://a.example.mx/p',
  });
});

it.each([
  ['--scheme MX-RFC', '--scheme y --uid van juntos'],
  ['--license CC-BY', '--license lleva una dirección web completa'],
  ['--corrections nunca', '--corrections es direct o review'],
])('says what is wrong with %s', async (options, reason) => {
  const { code, err } = await c7(`${SALUD.replace('add salud', 'add otra')} ${options}`);
  expect(code).toBe(2);
  expect(err).toContain(reason);
});
