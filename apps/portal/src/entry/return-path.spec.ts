import { returnPath } from './ask-to-sign-in.js';

describe('where to go after signing in', () => {
  it.each(['/escritorio', '/escritorio/cargas?estado=listas', '/escritorio/procesos/ocds-a%2Fb'])(
    'takes %s',
    (path) => {
      expect(returnPath(path)).toBe(path);
    },
  );

  it.each([
    'https://malo.example/escritorio',
    '//malo.example/escritorio',
    '/escritorio//malo.example',
    '/escritorio\\@malo.example',
    '/escritorio/\r\nset-cookie: a=b',
    '/escritorioX',
    '/escritorio/entrar?volver=/escritorio',
    'javascript:alert(1)',
    undefined,
    ['/escritorio'],
  ])('leads nowhere else with %j', (path) => {
    expect(returnPath(path)).toBe('/escritorio');
  });
});
