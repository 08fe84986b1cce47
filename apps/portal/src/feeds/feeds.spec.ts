import type { ProcessRow } from '#search';
import { localeOf } from '../locale.js';
import { feedOfProcesses } from './feed-of-processes.js';
import { processFacts } from './process-facts.js';
import { writeAtom } from './write-atom.js';
import { writeCalendar } from './write-calendar.js';
import { writeJsonFeed } from './write-json-feed.js';

const row: ProcessRow = {
  ocid: 'ocds-000000-LPL-099-2024',
  publisherId: 'demo',
  localNumber: 'LPL 99/2024',
  title: 'Desazolve <urgente> & limpieza; ríos, canales y drenajes pluviales de la zona metropolitana',
  buyerId: 'DEP-1',
  buyerName: 'Secretaría de los Ríos',
  stage: 'tender',
  tenderStatus: 'active',
  outcome: null,
  method: 'open',
  methodDetails: null,
  category: 'services',
  amount: '1234567.5',
  currency: 'MXN',
  amountStage: 'estimate',
  suppliers: [],
  date: new Date('2024-09-10T18:00:00Z'),
  tenderEnd: new Date('2024-09-24T18:00:00Z'),
};

const feedHead = {
  title: 'Licitaciones abiertas',
  origin: 'https://compras.example',
  selfPath: '/feeds/licitaciones-abiertas.atom?min=1&max=2',
  pagePath: '/licitaciones-abiertas?min=1&max=2',
  author: 'Compromiso 7',
  now: '2026-01-01T00:00:00Z',
};

const feed = feedOfProcesses(
  [row, { ...row, ocid: 'otro', title: null, date: new Date('2024-09-01T00:00:00Z') }],
  feedHead,
);

describe('a feed of processes', () => {
  it('is as new as its newest entry, and tells each in words', () => {
    expect(feed.updated).toBe('2024-09-10T18:00:00.000Z');
    expect(feed.entries[0]!.summary).toBe(
      'En licitación. Secretaría de los Ríos. LPL 99/2024. Valor estimado: $1,234,567.50 MXN. ' +
        'Propuestas hasta el 24 sep 2024, 12:00 h.',
    );
    expect(feed.entries[1]!.title).toBe('Procedimiento LPL 99/2024, sin título en la fuente');
  });

  it('says of a contract that ended what the page of the process says, not that it is being carried out', () => {
    const ended = { ...row, stage: 'implementation', outcome: 'terminated' } as const;
    expect(processFacts(ended, localeOf('es')).facts[0]).toBe('Contrato terminado');
  });

  it('ends a sentence once, though the name of a firm ends with a point', () => {
    const won = feedOfProcesses([{ ...row, tenderEnd: null, suppliers: ['Ríos, S.A. de C.V.'] }], feedHead);
    expect(won.entries[0]!.summary).toMatch(/ Ganó: Ríos, S\.A\. de C\.V\.$/);
  });

  it('keeps the id of a process whatever is published of it', () => {
    expect(feed.entries.map(({ id }) => id)).toEqual(['urn:ocid:ocds-000000-LPL-099-2024', 'urn:ocid:otro']);
  });

  it('is Atom, with what markup needs escaped', () => {
    const atom = writeAtom(feed);
    expect(atom).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/);
    expect(atom).toContain('<title>Desazolve &lt;urgente&gt; &amp; limpieza; ríos');
    expect(atom).toContain('href="https://compras.example/feeds/licitaciones-abiertas.atom?min=1&amp;max=2"');
    expect(atom.match(/<entry>/g)).toHaveLength(2);
  });

  it('leaves out of XML what no XML may hold', () => {
    const bad = { ...feed, title: 'a\u0000b\u001Fc\uD800d' };
    expect(writeAtom(bad)).toContain('<title>a\uFFFDb\uFFFDc\uFFFDd</title>');
  });

  it('is a JSON Feed', () => {
    expect(JSON.parse(writeJsonFeed(feed))).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ url: 'https://compras.example/procesos/ocds-000000-LPL-099-2024' }, { id: 'urn:ocid:otro' }],
    });
  });

  it('is a calendar in which each tender ends with its deadline, in lines of 75 bytes', () => {
    const lines = writeCalendar(feed).split('\r\n');
    expect(lines).toContain('DTEND:20240924T180000Z');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.join('').replaceAll(/(?<=\S) (?=\S)/g, '')).toContain('limpieza\\;');
  });
});
