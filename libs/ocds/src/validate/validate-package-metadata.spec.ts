import type { JsonObject } from '../json.js';
import { mergePatch } from './merge-patch.js';
import { validatePackageMetadata } from './validate-package-metadata.js';

const METADATA: JsonObject = {
  uri: 'https://datos.jalisco.gob.mx/ocds/2026-03.json',
  version: '1.1',
  publisher: { name: 'Gobierno del Estado de Jalisco' },
  publishedDate: '2026-03-31T00:00:00-06:00',
  license: 'https://creativecommons.org/licenses/by/4.0/',
  packages: ['https://datos.jalisco.gob.mx/ocds/2026-02.json'],
};

const briefly = (change: JsonObject) =>
  validatePackageMetadata(mergePatch(METADATA, change)).map(({ rule, pointer }) => `${rule} ${pointer}`);

it('finds nothing in good metadata, whatever the releases beside it', () => {
  expect(briefly({ releases: [{}], records: 5 })).toEqual([]);
});

it.each<[JsonObject, string]>([
  [{ uri: null }, 'required /uri'],
  [{ uri: 'paquete-1' }, 'format /uri'],
  [{ publisher: { name: null } }, 'required /publisher/name'],
  [{ publishedDate: '2026-03-31' }, 'format /publishedDate'],
  [{ version: null }, 'required /version'],
  [{ version: '1.0' }, 'version /version'],
  [{ version: 'uno' }, 'pattern /version'],
  [{ extensions: ['lots'] }, 'format /extensions/0'],
  [{ extensions: [] }, 'empty-field /extensions'],
  [{ packages: ['urn:a', 'urn:a'] }, 'duplicate-item /packages/1'],
  [{ _id: { $oid: '1' } }, 'additional-field /_id'],
])('with %j says %s', (change, finding) => expect(briefly(change)).toEqual([finding]));

it('says that something else is no metadata', () => {
  expect(validatePackageMetadata([]).map(({ rule }) => rule)).toEqual(['type']);
});
