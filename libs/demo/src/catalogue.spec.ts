import { buyers, dirtShares, families, procedures, sellersOf, suppliers, unitNames } from './catalogue.js';

/** Words no tax authority or civil register would keep for someone. */
const UNREAL_PERSON = /Ejempl|Supuest|Fictici|Quimera|Muestra|Ensayo|Hipotétic|Inventad|Imaginari/;

describe('the catalogue', () => {
  it('marks every public body as a demonstration', () => {
    const names = buyers.flatMap(({ name, procuringEntity, payer }) => [name, procuringEntity.name, payer.name]);
    expect(buyers).toHaveLength(14);
    expect(names.filter((name) => !name.endsWith(' (demostración)'))).toEqual([]);
  });

  it('dates every RFC on a 30th of February', () => {
    const rfcs = suppliers.flatMap(({ rfc }) => rfc ?? []);
    expect(rfcs.filter((rfc) => !/^[A-Z]{3,4}\d\d0230[A-Z0-9]{3}$/.test(rfc))).toEqual([]);
    expect(rfcs.length).toBeGreaterThan(70);
    expect(new Set(rfcs).size).toBe(rfcs.length);
  });

  it('has 120 suppliers, some without RFC, a few without any number, a few persons with unreal names', () => {
    const persons = suppliers.filter(({ person }) => person === 'natural');
    expect(new Set(suppliers.map(({ id }) => id)).size).toBe(120);
    expect(new Set(suppliers.map(({ name }) => name)).size).toBe(120);
    expect(suppliers.filter(({ rfc }) => rfc === undefined).length).toBeGreaterThan(20);
    expect(suppliers.filter(({ rfc, register }) => rfc === undefined && register === undefined)).toHaveLength(4);
    expect(persons).toHaveLength(7);
    expect(persons.filter(({ name }) => !UNREAL_PERSON.test(name))).toEqual([]);
  });

  it('keeps no address, telephone or e-mail', () => {
    expect(JSON.stringify([buyers, suppliers])).not.toMatch(/@|tel[eé]fono|calle|colonia|\b\d{5,}\b(?!")/i);
  });

  it('has six suppliers at least and a procedure for each family, and a name for each unit', () => {
    for (const { group, category, items } of families) {
      expect(sellersOf(group.id).length).toBeGreaterThanOrEqual(6);
      expect(procedures.some(({ categories, method }) => method === 'open' && categories.includes(category))).toBe(
        true,
      );
      expect(items.filter(({ unit }) => unitNames[unit] === undefined)).toEqual([]);
      expect(items.filter(({ unitPrice, quantity }) => (unitPrice === undefined) === (quantity === undefined))).toEqual(
        [],
      );
    }
  });

  it('names only buyers that exist', () => {
    const parts = new Set(buyers.map(({ ocidPart }) => ocidPart));
    expect(families.flatMap(({ boughtBy }) => boughtBy ?? []).filter((part) => !parts.has(part))).toEqual([]);
  });

  it('has the procedure that split purchases use', () => {
    expect(procedures.map(({ code }) => code)).toContain('ADM');
  });

  it('states every share of dirt as a probability', () => {
    expect(Object.values(dirtShares).filter((share) => share <= 0 || share > 0.2)).toEqual([]);
  });
});
