import type { Json } from '../json.js';
import { validateRecordMetadata } from './validate-record-metadata.js';

const ocid = 'ocds-xs1qbl-1';
const link = { url: 'https://a.mx/p.json#1', date: '2026-01-01T00:00:00Z', tag: ['tender'] };
const whole = { ocid, id: '1', anything: '' };

const briefly = (record: Json) => validateRecordMetadata(record).map(({ rule, pointer }) => `${rule} ${pointer}`);

it.each<[string, Json]>([
  ['links', { ocid, releases: [link] }],
  ['whole releases', { ocid, releases: [whole], compiledRelease: whole, versionedRelease: {} }],
])('finds nothing in a record with %s', (_, record) => expect(briefly(record)).toEqual([]));

it.each<[string, Json]>([
  ['required /ocid', { releases: [link] }],
  ['ocid-format /ocid', { ocid: 'OCDS-XS1QBL-1', releases: [link] }],
  ['required /releases', { ocid }],
  ['min-items /releases', { ocid, releases: [] }],
  ['type /releases', { ocid, releases: 'x' }],
  ['required /releases/0/url', { ocid, releases: [{ date: link.date }] }],
  ['code-not-in-closed-list /releases/0/tag/0', { ocid, releases: [{ ...link, tag: ['bases'] }] }],
  ['mixed-releases /releases', { ocid, releases: [link, whole] }],
  [
    'ocid-mismatch /compiledRelease/ocid',
    { ocid, releases: [link], compiledRelease: { ...whole, ocid: 'ocds-xs1qbl-2' } },
  ],
  ['ocid-mismatch /releases/1/ocid', { ocid, releases: [whole, { ...whole, ocid: 'ocds-xs1qbl-2' }] }],
  ['additional-field /publisher', { ocid, releases: [link], publisher: { name: 'x' } }],
  ['type ', null],
])('says %s', (finding, record) => expect(briefly(record)).toEqual([finding]));
