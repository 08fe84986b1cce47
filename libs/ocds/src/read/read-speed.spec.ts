import { performance } from 'node:perf_hooks';
import { readReleases } from './read-releases.js';

const CHUNK = 2 ** 20;

describe('the speed of readReleases', () => {
  it.each([
    ['unindented', 0],
    ['indented', 2],
  ])('is told, for an %s package of 42 MB', async (style, indent) => {
    const release = JSON.stringify(releaseOf(40), null, indent);
    const times = Math.ceil(42e6 / Buffer.byteLength(release));
    const bytes = Buffer.from(`{"uri":"u","releases":[${Array.from({ length: times }, () => release).join(',')}]}`);
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    const reader = readReleases(inChunks(bytes));
    let characters = 0;
    for await (const { text } of reader) characters += text.length;
    const megabytes = bytes.length / 1e6;
    const perSecond = megabytes / ((performance.now() - start) / 1e3);
    const perCpuSecond = megabytes / (process.cpuUsage(cpu).user / 1e6);
    console.info(
      `${style}: ${perSecond.toFixed(0)} MB/s by the clock, ${perCpuSecond.toFixed(0)} MB per second of CPU`,
    );
    expect([reader.summary().releases, reader.summary().bytes, characters]).toEqual([
      times,
      bytes.length,
      times * release.length,
    ]);
  });
});

async function* inChunks(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

function releaseOf(items: number) {
  return {
    ocid: 'ocds-xs1qbl-SAMPLE-1',
    id: 'SAMPLE-1-tender',
    date: '2026-01-15T09:00:00-06:00',
    tag: ['tender'],
    buyer: { id: 'MX-RFC-AAA010101AAA', name: 'Secretaría de Administración' },
    tender: {
      id: 'LPL-1',
      title: 'Adquisición de material de papelería',
      items: Array.from({ length: items }, (_, index) => ({
        id: `${index}`,
        description: 'Papel bond tamaño carta, paquete con 500 hojas de 75 g/m²',
        quantity: index * 10,
        unit: { name: 'PAQUETE', value: { amount: 81.5, currency: 'MXN' } },
        classification: { scheme: 'CUCOP', id: '21100023', description: 'Materiales y útiles de oficina' },
      })),
    },
  };
}
