import { readUrl } from './read-url.js';
import { readUrls } from './read-urls.js';

describe('readUrls', () => {
  it.each([
    ['https://ejemplo.gob.mx/fallo.pdf', ['https://ejemplo.gob.mx/fallo.pdf']],
    ['HTTP://Ejemplo.gob.mx/Fallo.pdf', ['http://ejemplo.gob.mx/Fallo.pdf']],
    ['www.ejemplo.gob.mx', ['https://www.ejemplo.gob.mx/']],
    ['http://ejemplo.gob.mx/ACTA 12 añejo.pdf', ['http://ejemplo.gob.mx/ACTA%2012%20a%C3%B1ejo.pdf']],
    ['http://a.mx/1.pdf http://a.mx/2.pdf', ['http://a.mx/1.pdf', 'http://a.mx/2.pdf']],
    [
      'http://a.mx/1.pdf;\nhttp://a.mx/2.pdf, www.b.mx/3',
      ['http://a.mx/1.pdf', 'http://a.mx/2.pdf', 'https://www.b.mx/3'],
    ],
    ['http://a.mx/1.pdf http://a.mx/1.pdf', ['http://a.mx/1.pdf']],
    ['https://a.mx/?u=https://b.mx/x', ['https://a.mx/?u=https://b.mx/x']],
    ['https://a.mx/a|b[1]', ['https://a.mx/a%7Cb%5B1%5D']],
    ['https://a.mx/sitio/#/detalle/87d3', ['https://a.mx/sitio/#/detalle/87d3']],
    ['http://a.mx/1.pdf;', ['http://a.mx/1.pdf']],
  ])('reads %j', (text, value) => {
    expect(readUrls(text)).toEqual({ value });
  });

  it.each([
    'Ver anexo',
    'file:///C:/contratos/1.pdf',
    'C:\\contratos\\1.pdf',
    'javascript:alert(1)',
    'http://',
    'http:/ejemplo.mx',
    'https://localhost/x',
    'http://http://ejemplo.mx',
    'ftp://ejemplo.mx/x',
    'https://usuario:clave@ejemplo.mx/',
    'ejemplo.gob.mx/fallo.pdf',
  ])('refuses %s', (text) => {
    expect(readUrls(text)).toEqual({ rule: 'url-unreadable' });
  });

  it.each(['', 'NA', 'N/A', 'No aplica', '-', '0'])('takes %j for blank', (text) => {
    expect(readUrls(text)).toEqual({});
  });

  it('keeps what can be read beside what cannot', () => {
    expect(readUrls('Ver: http://a.mx/1.pdf http://b/')).toEqual({
      value: ['http://a.mx/1.pdf'],
      rule: 'url-unreadable',
    });
  });
});

describe('readUrls of hostile text', () => {
  it.each([',', ' ', 'http://a.mx/,', 'www.', 'https://a.mx/.', '\n;'])('answers at once to a run of %j', (piece) => {
    const started = performance.now();
    readUrls(`x${piece.repeat(30_000)}x`);
    readUrls(`http://a.mx/${piece.repeat(30_000)} `);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('readUrl', () => {
  it('takes the first of several', () => {
    expect(readUrl('http://a.mx/1.pdf http://a.mx/2.pdf')).toEqual({ value: 'http://a.mx/1.pdf' });
  });

  it('says what is wrong, or nothing', () => {
    expect([readUrl('Ver anexo'), readUrl('NA')]).toEqual([{ rule: 'url-unreadable' }, {}]);
  });
});
