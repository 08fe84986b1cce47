import { EmbeddedServerError } from './embedded-server-error.js';
import { nameError } from './name-error.js';

describe('nameError', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'data-dir-not-writable'],
    ['EXDEV', 'unsupported-filesystem'],
    ['EIO', 'start-failed'],
  ])('names %s %s, with the file it is about and what the system said', (code, expected) => {
    const error = Object.assign(new Error('the system said so'), { code, path: '/data/file' });
    expect(nameError(error, '/data')).toMatchObject({
      name: 'EmbeddedServerError',
      code: expected,
      problem: { es: expect.stringContaining('/data/file'), en: expect.stringContaining('/data/file') },
      message: expect.stringContaining('the system said so'),
      cause: error,
    });
  });

  it('leaves alone what has its name', () => {
    const error = new EmbeddedServerError('lock-timeout', { about: 'file' });
    expect(nameError(error, '/data')).toBe(error);
  });
});
