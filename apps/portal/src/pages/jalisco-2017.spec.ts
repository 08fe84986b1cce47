import type { Release } from '#ocds';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inventedProcess } from '../examples/invented-views.js';
import { tagsOf } from '../examples/tags-of.js';
import { textOf } from '../examples/text-of.js';
import { processPage } from './process.page.js';

const folder = path.resolve(process.cwd(), '../shared/data/ocds/mx-jalisco-sepaf-2017/record_packages');
const present = existsSync(folder);
if (!present) console.warn('Skipped: the reference folder with the publication of 2017 is absent.');

interface RecordPackage {
  readonly records: readonly {
    readonly compiledRelease: Release;
    readonly releases: readonly { readonly url: string; readonly date: string; readonly tag: readonly string[] }[];
  }[];
}

function pageOf(file: string): string {
  const { records } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as RecordPackage;
  const [{ compiledRelease: release, releases }] = records as [RecordPackage['records'][0]];
  const lines = releases.map(({ url, date, tag }) => ({ id: url, date, tags: tag }));
  return processPage({ ...inventedProcess(), ocid: release.ocid, localNumber: undefined, release, releases: lines });
}

(present ? describe : describe.skip)('processes as Jalisco published them in 2017', () => {
  it('make whole pages without personal contact data', () => {
    for (const file of present ? readdirSync(folder) : []) {
      const page = pageOf(file);
      expect(tagsOf(page).length).toBeGreaterThan(100);
      expect(page.replaceAll(/[\w.]+@([\w.]*gob\.mx|parques\.example)/g, '')).not.toContain('@');
      expect(page).not.toContain('$0.00');
    }
  });

  it('show that more was paid than contracted, and that payments began before the signature', () => {
    const read = textOf(pageOf('ocds-xs1qbl-SFIN-03-0001-00-2017.json'));
    expect(read).toContain(
      'Lo pagado supera lo contratado en $1,879,200.00 MXN (20.0 %). La fuente no reporta convenio modificatorio.',
    );
    expect(read).toContain('25 días antes que la contratación: las fechas de la fuente están en desorden.');
    expect(read).toContain(
      'La fuente rotula este procedimiento en «Contratación»; por su contenido llega a «Implementación».',
    );
  });

  it('do not call a rounding of half a centavo an excess', () => {
    expect(textOf(pageOf('ocds-xs1qbl-SFIN-03-0012-00-2017.json'))).not.toContain('supera');
  });
});
