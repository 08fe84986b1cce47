import { isUri } from './is-uri.js';

it.each([
  'https://www.jalisco.gob.mx',
  'HTTP://A.MX/b?c=d#e',
  'http://u:p@h:80/%20/x;y',
  'http://[2001:db8::1]/',
  'mailto:compras@jalisco.gob.mx',
  'urn:isbn:0451450523',
  'file:///etc/hosts',
  'http:',
  'tag:x?a=/?#/?',
])('takes %s for a URI', (text) => expect(isUri(text)).toBe(true));

it.each([
  '',
  'www.jalisco.gob.mx',
  '//jalisco.gob.mx',
  '/contratos/1',
  'https://compras jalisco.mx',
  'https://españa.es/ñ',
  'http://a/%zz',
  'http://a:8x/',
  'http://a#b#c',
  'http://[::1',
  'http://a/{x}|"',
  'c:\\contratos',
  ' http://a',
  'http://a\n',
])('does not take %j for a URI', (text) => expect(isUri(text)).toBe(false));

it('takes linear time on long text', () => {
  const begun = performance.now();
  expect(isUri(`http://${'a:b'.repeat(1_000_000)}@`)).toBe(true);
  expect(isUri(`http://${'a'.repeat(3_000_000)} `)).toBe(false);
  expect(performance.now() - begun).toBeLessThan(5000);
});
