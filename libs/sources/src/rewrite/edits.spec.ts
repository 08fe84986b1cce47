import type { JsonObject } from '#ocds';
import { foldCodes } from '../profile/fold-codes.js';
import { cutEmails } from './cut-emails.js';
import { editObjects, type Edit } from './edit-objects.js';
import { matchPaths } from './match-paths.js';
import { renameMembers } from './rename-members.js';
import type { Note, RewriteChange } from './rewrite-change.js';
import { setCodes } from './set-codes.js';
import { tidyAddresses } from './tidy-addresses.js';

/** What is left of a release, and where it was changed. */
function edited(release: JsonObject, edit: (note: Note) => Edit): readonly [JsonObject, readonly string[]] {
  const changes: RewriteChange[] = [];
  const after = editObjects(release, [edit((change) => changes.push(change))]);
  return [after, changes.map(({ pointer }) => pointer)];
}

describe('matchPaths', () => {
  it('finds by the whole path, or by the end of it after a star', () => {
    const match = matchPaths([
      ['*/documents/format', 'any'],
      ['tender/documents/format', 'own'],
    ]);
    const owners = ['documents', 'awards/documents', 'tender/documents', '', 'awards/otherdocuments'];
    expect(owners.map((owner) => match(owner, 'format'))).toEqual(['any', 'any', 'own', undefined, undefined]);
  });
});

describe('renameMembers', () => {
  const rename = (note: Note) => renameMembers(matchPaths([['tender/metodo', 'details']]), note);

  it.each([
    ['moves a local member', { metodo: 'Directa' }, { details: 'Directa' }, ['/tender/metodo', '/tender/details']],
    ['drops one that repeats', { metodo: 'DIRECTA', details: 'Directa' }, { details: 'Directa' }, ['/tender/metodo']],
    [
      'keeps both where they differ',
      { metodo: 'Directa', details: 'Otra' },
      { metodo: 'Directa', details: 'Otra' },
      [],
    ],
  ])('%s', (_, tender, after, pointers) => {
    expect(edited({ tender }, rename)).toEqual([{ tender: after }, pointers]);
  });
});

describe('setCodes', () => {
  const codes = foldCodes({ Electrónica: 'electronicSubmission', 'Licitación…': 'open', 'No aplica': '' });
  const set = (note: Note) => setCodes(matchPaths([['tender/method', { codes, keep: 'details' }]]), note);

  it.each([
    ['a text', 'ELECTRONICA', { method: 'electronicSubmission', details: 'ELECTRONICA' }],
    [
      'the beginning of a text',
      'Licitación pública (art. 1)',
      { method: 'open', details: 'Licitación pública (art. 1)' },
    ],
    [
      'texts of a list',
      ['Electrónica', 'otra'],
      { method: ['electronicSubmission', 'otra'], details: 'Electrónica, otra' },
    ],
    ['a text that says nothing', 'NO APLICA', {}],
    ['a text that nobody knows', 'Otra', { method: 'Otra' }],
    ['what is no text', 7, { method: 7 }],
  ])('knows %s', (_, method, after) => {
    expect(edited({ tender: { method } }, set)[0]).toEqual({ tender: after });
  });

  it('keeps what the other member says', () => {
    expect(edited({ tender: { method: 'Electrónica', details: 'CompraNet' } }, set)).toEqual([
      { tender: { method: 'electronicSubmission', details: 'CompraNet' } },
      ['/tender/method'],
    ]);
  });
});

describe('tidyAddresses', () => {
  const tidy = (note: Note) => tidyAddresses(matchPaths([['*/url', true]]), note);

  it.each([
    ['www.ejemplo.mx', 'https://www.ejemplo.mx/'],
    ['http://ejemplo.mx/a b ñ.pdf', 'http://ejemplo.mx/a%20b%20%C3%B1.pdf'],
    ['http://ejemplo.mx/100%.pdf', 'http://ejemplo.mx/100%25.pdf'],
    ['Presupuesto de Egresos', undefined],
    [44100, undefined],
  ])('%j becomes %j', (url, after) => {
    expect(edited({ url }, tidy)).toEqual([after === undefined ? {} : { url: after }, ['/url']]);
  });

  it.each(['http://ejemplo.mx', 'https://ejemplo.mx/a%20b?c=d', 'ftp://ejemplo.mx/a', null])('leaves %j', (url) => {
    const release = { url };
    expect(edited(release, tidy)[0]).toBe(release);
  });
});

describe('cutEmails', () => {
  const cut = (note: Note) => cutEmails(matchPaths([['email', true]]), 20, note);

  it.each([
    ['a@ejemplo.mx, b@ejem', 'a@ejemplo.mx'],
    ['alguien-muy-largo@ej', undefined],
  ])('%s leaves %j', (email, after) => {
    expect(edited({ email }, cut)).toEqual([after === undefined ? {} : { email: after }, ['/email']]);
  });

  it('leaves what is shorter than the cut', () => {
    const release = { email: 'a@uno.mx, b@dos.mx' };
    expect(edited(release, cut)[0]).toBe(release);
  });
});
