import { gzipSync } from 'node:zlib';
import { readReleases } from './read-releases.js';
import type { ReadOptions } from './read-options.js';

async function count(bytes: Buffer, options?: ReadOptions, size = 4096): Promise<number> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  let releases = 0;
  for await (const _ of readReleases(chunks(), options)) releases++;
  return releases;
}

const lines = (n: number) => Buffer.from(Array.from({ length: n }, (_, index) => `{"ocid":"${index}"}`).join('\n'));

describe('readReleases of gzip', () => {
  it('decompresses it, in whatever chunks it comes', async () => {
    const gzip = gzipSync(lines(5000));
    expect([await count(gzip), await count(gzip, {}, 1)]).toEqual([5000, 5000]);
  });

  it('reads on over the members of a gzip made of several', async () => {
    expect(await count(Buffer.concat([gzipSync('{"releases":['), gzipSync('{"ocid":"a"}]}')]))).toBe(1);
  });

  it('gives the offsets of the decompressed text, byte order mark included', async () => {
    async function* chunks() {
      yield gzipSync('\ufeff [{"ocid":"a"}]');
    }
    for await (const { offset } of readReleases(chunks())) expect(offset).toBe(5);
    expect.assertions(1);
  });

  it.each<[string, string, Buffer, ReadOptions]>([
    ['gzip', 'is cut off', gzipSync(lines(5000)).subarray(0, 9000), {}],
    ['gzip', 'is damaged', damage(gzipSync(lines(5000))), {}],
    ['empty', 'holds nothing', gzipSync(''), {}],
    ['html', 'holds a page', gzipSync('<html></html>'), {}],
    ['archive', 'holds gzip', gzipSync(gzipSync('{}')), {}],
    ['too-large', 'exceeds the size allowed', gzipSync(lines(5000)), { maxBytes: 50_000 }],
    ['compression-ratio', 'swells like a bomb', gzipSync(Buffer.alloc(2 ** 26, ' ')), {}],
  ])('refuses with %s one that %s', async (code, _, gzip, options) => {
    await expect(count(gzip, options)).rejects.toMatchObject({ name: 'UnreadableInputError', code });
  });

  it('passes on the error of a source that fails', async () => {
    async function* failing() {
      yield gzipSync(lines(5000)).subarray(0, 6000);
      throw new Error('connection reset');
    }
    const reading = async () => {
      for await (const _ of readReleases(failing()));
    };
    await expect(reading()).rejects.toThrow('connection reset');
  });
});

/** Spoils the checksum at the end (RFC 1952 §2.3.1). */
function damage(gzip: Buffer): Buffer {
  return gzip.fill(0xff, gzip.length - 8);
}
