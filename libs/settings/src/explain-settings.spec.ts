import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explainSettings } from './explain-settings.js';
import { loadSettings } from './load-settings.js';
import { settingsPage } from './settings-page.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'c7-settings-'));
});
afterEach(() => rm(folder, { recursive: true }));

const writeFileOf = (text: string, name = 'c7.config.yaml') => writeFile(join(folder, name), text);

describe('where a setting comes from', () => {
  it('is the environment, then the file, then the default', async () => {
    await writeFileOf('HOST: 0.0.0.0\nPLATFORM_NAME: Del archivo\nCONNECTOR_MAX_MEGABYTES: 64\n');
    const environment = { PLATFORM_NAME: 'Del entorno' };
    expect(loadSettings(environment, folder)).toMatchObject({
      host: '0.0.0.0',
      platformName: 'Del entorno',
      connectorMaxBytes: 64_000_000,
      personalData: 'mask',
    });
    const { ok, settings } = explainSettings(environment, folder);
    expect(ok).toBe(true);
    expect(settings.filter(({ name }) => /^(HOST|PLATFORM_NAME|PERSONAL_DATA|REDIS_URL)$/.test(name))).toEqual([
      { name: 'REDIS_URL', value: null, from: 'sin valor', fault: null },
      { name: 'HOST', value: '0.0.0.0', from: `${folder}/c7.config.yaml:1`, fault: null },
      { name: 'PLATFORM_NAME', value: 'Del entorno', from: 'entorno', fault: null },
      { name: 'PERSONAL_DATA', value: 'mask', from: 'por omisión', fault: null },
    ]);
  });

  it('is the file that C7_CONFIG names, which must be there', async () => {
    await writeFileOf('HOST: 10.0.0.1', 'otro.yaml');
    expect(loadSettings({ C7_CONFIG: join(folder, 'otro.yaml') }, folder).host).toBe('10.0.0.1');
    expect(() => loadSettings({ C7_CONFIG: join(folder, 'nada.yaml') }, folder)).toThrow('ENOENT');
  });
});

describe('what is wrong', () => {
  it.each([
    ['DATABASE_ULR: postgres://x/y', 'c7.config.yaml:1: no hay un ajuste «DATABASE_ULR». ¿DATABASE_URL?'],
    ['# nota\nredis_url: redis://x', 'c7.config.yaml:2: no hay un ajuste «redis_url». ¿REDIS_URL?'],
    ['COLOR_DEL_CIELO: azul', 'no hay un ajuste «COLOR_DEL_CIELO».'],
    ['HOST: a\nHOST: b', 'c7.config.yaml:2: el ajuste está dos veces.'],
    ['HOST: [a, b]', 'HOST lleva un solo valor'],
    ['HOST: "a', 'no es YAML'],
    ['- HOST', 'debe tener un ajuste por renglón'],
  ])('with the file %j is said with its line and the closest name', async (text, said) => {
    await writeFileOf(text);
    expect(() => loadSettings({}, folder)).toThrow(said);
    expect(explainSettings({}, folder)).toMatchObject({ ok: false, faults: [expect.stringContaining(said)] });
  });

  it('with a value is said beside the setting, all of them at once', () => {
    const { ok, settings } = explainSettings(
      { REDIS_URL: 'http://x', LOG_LEVEL: 'loud', CONNECTOR_MAX_MEGABYTES: '0' },
      folder,
    );
    expect(ok).toBe(false);
    expect(settings.filter(({ fault }) => fault).map(({ name }) => name)).toEqual([
      'REDIS_URL',
      'CONNECTOR_MAX_MEGABYTES',
      'LOG_LEVEL',
    ]);
  });

  it('doubts a variable that is one slip away from a setting, and no other', () => {
    const environment = {
      DATABASE_ULR: 'x',
      METRICS_TOKE: 'x',
      HOSTNAME: 'x',
      HOME: '/root',
      PATH: '/bin',
      LOGNAME: 'x',
    };
    expect(explainSettings(environment, folder).doubts).toEqual([
      'La variable DATABASE_ULR no es un ajuste. ¿DATABASE_URL?',
      'La variable METRICS_TOKE no es un ajuste. ¿METRICS_TOKEN?',
    ]);
  });
});

describe('mail', () => {
  const SMTP_URL = 'smtp://c7:un-secreto@correo.example:587';

  it('needs an address to come from and one that its links lead to', () => {
    const { ok, settings } = explainSettings({ SMTP_URL }, folder);
    expect(ok).toBe(false);
    expect(settings.filter(({ fault }) => fault).map(({ name, fault }) => `${name}: ${fault}`)).toEqual([
      expect.stringMatching(/^PUBLIC_URL: PUBLIC_URL hace falta con SMTP_URL\. Dirección pública/),
      expect.stringMatching(/^MAIL_FROM: MAIL_FROM hace falta con SMTP_URL\. Dirección de la que salen/),
    ]);
    expect(() => loadSettings({ SMTP_URL, MAIL_FROM: 'avisos@c7.example' }, folder)).toThrow('PUBLIC_URL hace falta');
  });

  it('is set whole, or not at all', () => {
    const set = { SMTP_URL, MAIL_FROM: 'avisos@c7.example', PUBLIC_URL: 'https://c7.example' };
    expect(loadSettings(set, folder).mail).toEqual({
      smtpUrl: SMTP_URL,
      from: 'avisos@c7.example',
      replyTo: undefined,
    });
    expect(loadSettings({ MAIL_FROM: 'avisos@c7.example' }, folder).mail).toBeUndefined();
    expect(JSON.stringify(explainSettings(set, folder))).not.toContain('correo.example');
  });
});

it('shows no secret, whatever form it has', async () => {
  await writeFileOf('METRICS_TOKEN: un-secreto-muy-largo\n');
  const texts = ['postgres://c7:un-secreto@db.example/c7?sslpassword=un-secreto', 'un-secreto', 'redis:/un-secreto'];
  for (const text of texts) {
    const explained = explainSettings({ DATABASE_URL: text, REDIS_URL: text }, folder);
    expect(JSON.stringify(explained)).not.toContain('un-secreto');
  }
  const [database] = explainSettings({ DATABASE_URL: texts[0] }, folder).settings;
  expect(database!.value).toBe('postgres://c7:••••••@db.example/c7?sslpassword=••••••');
  expect(() => loadSettings({ DATABASE_URL: 'mysql://c7:un-secreto@x' }, folder)).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('un-secreto') }),
  );
});

it('has docs/settings.md in step with the schema', async () => {
  const page = await readFile(join(import.meta.dirname, '../../../docs/settings.md'), 'utf8');
  expect(page).toBe(settingsPage());
});
