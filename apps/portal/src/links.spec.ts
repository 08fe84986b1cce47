import { pathIn, processPath, recordApiPath, releaseApiPath, searchPath, webAddress } from './links.js';

describe('addresses', () => {
  it('put English under /en and Spanish at the root', () => {
    expect([pathIn('es', '/'), pathIn('en', '/'), pathIn('en', '/procesos?q=a')]).toEqual([
      '/',
      '/en',
      '/en/procesos?q=a',
    ]);
  });

  it('encode what a publisher put into an ocid', () => {
    expect(processPath('ocds-x/1 ?#')).toBe('/procesos/ocds-x%2F1%20%3F%23');
    expect(recordApiPath('a/b')).toBe('/api/v1/records/a%2Fb');
    expect(releaseApiPath('a', 'b/1')).toBe('/api/v1/releases/a/b%2F1');
    expect(searchPath('papel & tóner')).toBe('/procesos?q=papel%20%26%20t%C3%B3ner');
  });

  it('survive half a character', () => {
    expect(processPath('x\ud800')).toBe('/procesos/x%EF%BF%BD');
  });

  it('link only to the web', () => {
    expect(webAddress('https://compras.example/1.pdf')).toBe('https://compras.example/1.pdf');
    expect(webAddress('javascript:alert(1)')).toBeUndefined();
    expect(webAddress('data:text/html,x')).toBeUndefined();
    expect(webAddress(' JaVaScRiPt:alert(1)')).toBeUndefined();
    expect(webAddress('no es una liga')).toBeUndefined();
  });
});
