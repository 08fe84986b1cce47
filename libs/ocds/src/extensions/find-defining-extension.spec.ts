import { validatePackageMetadata } from '../validate/validate-package-metadata.js';
import { extensionOfPackageField, extensionOfReleaseField } from './find-defining-extension.js';
import { validatorFor } from './validator-for.js';

it.each([
  ['bids', 'bids'],
  ['tender/lots', 'lots'],
  ['awards/value/netAmount', 'taxes'],
  ['planning/budget/budgetBreakdown', 'budget'],
  ['planning/budgetBreakdown', 'budgetLines'],
  ['bids/details/items/deliveryLocation', 'location'],
])('the field %s of releases is defined by %s', (path, id) => {
  expect(extensionOfReleaseField(path)?.id).toBe(id);
});

it.each(['tender/title', 'lots', 'tender/nada', 'tender/lots/nada', 'tender~1lots', '', 'constructor', 'links'])(
  'no extension brings the field %s to releases',
  (path) => {
    expect(extensionOfReleaseField(path)).toBeUndefined();
  },
);

it('tells the fields of packages apart from those of releases', () => {
  expect(extensionOfPackageField('links')?.id).toBe('pagination');
  expect(extensionOfPackageField('bids')).toBeUndefined();
});

describe('the remedy of a field that the standard does not have', () => {
  const remedyOf = (field: string) =>
    validatorFor([])({ tender: { id: '1', [field]: [] } }).findings.find(({ path }) => path === `tender/${field}`)
      ?.remedy;

  it('names the extension that defines it and the address to declare it by', () => {
    const address =
      'https://raw.githubusercontent.com/open-contracting-extensions/ocds_lots_extension/master/extension.json';
    expect(remedyOf('lots')).toEqual({
      es: `Declarar en «extensions» del paquete la extensión que define este campo: «Lotes» (${address}).`,
      en: `Declare in "extensions" of the package the extension that defines this field: "Lots" (${address}).`,
    });
    const links = validatePackageMetadata({ links: { next: 'https://compras.example/2' } }).find(
      ({ rule }) => rule === 'additional-field',
    );
    expect(links?.remedy.en).toContain('"Pagination" (https://raw.githubusercontent.com/');
  });

  it('is the misspelled name or the general one where no extension has it', () => {
    expect(remedyOf('lotes')?.es).toBe(
      'Usar el campo de OCDS que diga lo mismo, o declarar la extensión que define «lotes».',
    );
    expect(remedyOf('tittle')?.es).toMatch(/^Escribir «title» si eso es lo que se quiso decir/);
  });
});
