import { type Supplier, suppliers } from './catalogue.js';

/** A file as a publisher would hand it in: the header and the rows, all text. */
export type DemoTable = readonly (readonly string[])[];

const UPDATED = '30/06/2026';

/** The invented register of suppliers: all with a number but one in ten, so that some are missing from it. */
export function demoRegister(): DemoTable {
  const header = [
    'Personalidad jurídica de la persona proveedora o contratista',
    'Nombre(s) de la persona física proveedora o contratista',
    'Denominación o razón social de la persona moral proveedora o contratista',
    'Registro Federal de Contribuyentes (RFC) de la persona física o moral',
    'Número de registro en el padrón',
    'Actividad económica de la empresa',
    'Fecha de actualización',
  ];
  const registered = suppliers.filter(({ register }) => register !== undefined && !register.endsWith('3'));
  return [header, ...registered.map(registerRow)];
}

function registerRow({ person, name, rfc, register }: Supplier): readonly string[] {
  const [personality, natural, legal] =
    person === 'natural' ? ['Persona física', name, ''] : ['Persona moral', '', name];
  return [personality, natural, legal, rfc ?? '', register ?? '', 'Comercio', UPDATED];
}

const SITUATIONS = ['Presunto', 'Definitivo', 'Desvirtuado', 'Sentencia Favorable'];
const STEPS = ['18/03/2025', '20/08/2025', '21/08/2025', '12/02/2026'];

/** An invented list in the form of article 69-B: four legal persons of the catalogue, one in each situation. */
export function demoList69b(): DemoTable {
  const header = [
    'RFC',
    'Nombre del Contribuyente',
    'Situación del contribuyente',
    'Publicación DOF presuntos',
    'Publicación DOF definitivos',
    'Publicación DOF desvirtuados',
    'Publicación DOF sentencia favorable',
  ];
  const listed = suppliers.filter(({ person, rfc }) => person === 'legal' && rfc !== undefined).slice(0, 4);
  return [header, ...listed.map(({ name, rfc }, n) => [rfc!, name, SITUATIONS[n]!, ...stepsOf(n)])];
}

/** Each situation has its day, and those after the first the day of the presumption, too. */
function stepsOf(situation: number): readonly string[] {
  return STEPS.map((day, n) => (n === 0 || n === situation ? day : ''));
}
