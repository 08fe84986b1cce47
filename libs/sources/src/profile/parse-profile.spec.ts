import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseProfile } from './parse-profile.js';
import type { TableProfile } from './profile.js';
import { ProfileError } from './profile-error.js';

const FOLDER = join(process.cwd(), 'schemas/profiles');
const SHIPPED = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

const VALID = `
profile: prueba
version: 1
kind: table
title: T
source: S
columns: { number: Expediente, bidders: Licitantes }
children: { bidders: { column: bidders, columns: { id: ID, name: Nombre } } }
codes: { method: { Directa: direct } }
process: { number: { clean: number } }
release: { tender: { id: { clean: number } } }
`;

function faultsOf(text: string): readonly string[] {
  try {
    parseProfile(text, 'prueba');
    return [];
  } catch (error) {
    return (error as ProfileError).faults;
  }
}

describe('parseProfile', () => {
  it.each(SHIPPED)('reads %s, whose name is that of its file', (name) => {
    expect(parseProfile(readFileSync(join(FOLDER, name), 'utf8'), name).id).toBe(name.replace('.yaml', ''));
  });

  it.each([
    [
      'a column in the release',
      '{ tender: { id: { clean: nobody } } }',
      'release/tender/id/clean: no hay una columna «nobody»',
    ],
    [
      'a child table',
      '{ tender: { tenderers: [{ $each: nobody, id: { clean: number } }] } }',
      'release/tender/tenderers/0: no hay una tabla hija «nobody»',
    ],
    [
      'a column in a child table',
      '{ tender: { tenderers: [{ $each: bidders, id: { clean: number } }] } }',
      'release/tender/tenderers/0/id/clean: no hay una columna «number»',
    ],
    [
      'a list of codes',
      '{ tender: { id: { code: number, map: nobody } } }',
      'release/tender/id: no hay una lista de códigos «nobody»',
    ],
  ])('refuses a profile that names %s without defining it', (_, release, fault) => {
    expect(faultsOf(VALID.replace(/release: .*/, `release: ${release}`))).toEqual([fault]);
  });

  it('lets a child table name a column of its parent', () => {
    const release = '{ tender: { tenderers: [{ $each: bidders, id: { clean: ^number } }] } }';
    expect(faultsOf(VALID.replace(/release: .*/, `release: ${release}`))).toEqual([]);
  });

  it.each([
    ['broken YAML', 'profile: [', /flow|Flow/],
    ['a missing part', VALID.replace(/process: .*/, ''), /process/],
    ['a part that is unknown', `${VALID}\nsheets: 3`, /additional/],
  ])('refuses %s', (_, text, expected) => {
    expect(faultsOf(text).join()).toMatch(expected);
  });

  it('finds codes by their folded text', () => {
    const profile = parseProfile(VALID, 'prueba') as TableProfile;
    expect(profile.codes.get('method')?.get('directa')).toBe('direct');
  });
});
