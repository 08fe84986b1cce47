import { serverArguments } from './server-settings.js';

const GIGABYTE = 2 ** 30;

describe('serverArguments', () => {
  it.each([
    [0.1 * GIGABYTE, 'shared_buffers=32MB'],
    [2 * GIGABYTE, 'shared_buffers=256MB'],
    [64 * GIGABYTE, 'shared_buffers=1024MB'],
  ])('gives the server its share of %d bytes of memory', (memory, expected) => {
    expect(serverArguments({ sockets: '/tmp/c7', durable: true }, memory)).toContain(expected);
  });

  it('flushes what must last and not what may be lost', () => {
    expect(serverArguments({ sockets: '/tmp/c7', durable: true })).toContain('fsync=on');
    expect(serverArguments({ sockets: '/tmp/c7', durable: false })).toContain('fsync=off');
  });

  it('quotes the folder of the socket, since the setting is a list', () => {
    expect(serverArguments({ sockets: '/tmp/a, "b"', durable: true })).toContain(
      'unix_socket_directories="/tmp/a, ""b"""',
    );
  });
});
