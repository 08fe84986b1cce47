import { resolveLink } from './redirects.js';

const page = new URL('https://datos.example/api/paginas?n=1#arriba');

it('reads a link against the page it is on, and drops the fragment', () => {
  expect(resolveLink('?n=2#abajo', page).href).toBe('https://datos.example/api/paginas?n=2');
  expect(resolveLink('//otra.example/x', page).href).toBe('https://otra.example/x');
});

it('refuses to go from https to http, or nowhere', () => {
  expect(() => resolveLink('http://datos.example/2', page)).toThrow(expect.objectContaining({ code: 'DOWNGRADE' }));
  expect(() => resolveLink('http://[', page)).toThrow(expect.objectContaining({ code: 'URL_FORBIDDEN' }));
  expect(resolveLink('https://x.example/', new URL('http://datos.example/')).protocol).toBe('https:');
});
