import { EXTENSION_IDS } from '../extensions/schema-patches.js';
import { dataDictionary } from './data-dictionary.js';

const objects = new Map(dataDictionary(EXTENSION_IDS).map((object) => [object.name, object]));
const field = (object: string, name: string) => objects.get(object)?.fields.find((one) => one.name === name);

describe('the data dictionary', () => {
  it('begins with the release and knows every object that a field is', () => {
    expect([...objects.keys()][0]).toBe('release');
    const referred = [...objects.values()].flatMap(({ fields }) => fields.flatMap(({ of }) => of ?? []));
    expect(referred.filter((name) => !objects.has(name))).toEqual([]);
  });

  it('tells what a field is called, what it is and by which list', () => {
    expect(field('Award', 'status')).toEqual({
      name: 'status',
      title: { es: 'Estado de la adjudicación', en: 'Status' },
      description: expect.any(String) as string,
      type: 'text',
      isList: false,
      codelist: 'awardStatus',
    });
    expect(field('Award', 'date')).toMatchObject({ type: 'date' });
    expect(field('Award', 'suppliers')).toMatchObject({ type: 'object', isList: true, of: 'OrganizationReference' });
    expect(field('Document', 'url')).toMatchObject({ type: 'link' });
    expect(field('Value', 'amount')).toMatchObject({ type: 'number', title: { en: 'Amount' } });
  });

  it('says which extension adds a field', () => {
    expect(field('Award', 'rationale')).toMatchObject({ extension: 'awardRationale' });
    expect(field('Value', 'netAmount')).toMatchObject({ extension: 'taxes' });
    expect(dataDictionary([]).flatMap(({ fields }) => fields.filter(({ extension }) => extension))).toEqual([]);
  });

  it('describes every field in words', () => {
    const silent = [...objects.values()].flatMap(({ name: object, fields }) =>
      fields.filter(({ description }) => !description).map(({ name }) => `${object}/${name}`),
    );
    expect(silent).toEqual([]);
  });
});
