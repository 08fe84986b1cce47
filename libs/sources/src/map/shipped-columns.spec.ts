import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '#ocds';
import { matchHeader } from '../profile/match-header.js';
import { parseProfile } from '../profile/parse-profile.js';
import type { TableProfile } from '../profile/profile.js';
import { createRowMapper } from './create-row-mapper.js';

/** The release that one row of a shipped profile becomes, given by the headers of its format. */
function release(name: string, row: Readonly<Record<string, string>>): JsonObject {
  const text = readFileSync(join(process.cwd(), `schemas/profiles/${name}.yaml`), 'utf8');
  const profile = parseProfile(text, name) as TableProfile;
  const given = Object.keys(row);
  const required = [...profile.columns.values()].flatMap((column) => (column.required ? column.headers[0]! : []));
  const all = [...given, ...required.filter((header) => !given.some((one) => one.startsWith(header)))];
  const match = matchHeader([{ sheet: 'Hoja', row: 7, cells: all }], profile.columns)!;
  const context = { buyer: { name: 'Ente de Ejemplo' }, latestYear: 2027 };
  const map = createRowMapper({ profile, match, children: new Map(), context });
  const mapped = map({ sheet: 'Hoja', row: 8, cells: all.map((header) => row[header] ?? '') });
  if (mapped?.outcome !== 'piece') throw new Error(`The row is ${mapped?.outcome ?? 'blank'}.`);
  return mapped.piece.members;
}

const UNIFIED = {
  'Tipo de procedimiento (catálogo)': 'Licitación pública',
  'Número de expediente, folio o nomenclatura': 'LPL-7/2025',
  'Número que identifique al contrato ': 'C-7',
  'Denominación o razón social': 'Papeles Inventados SA de CV',
};

const AT = 'Domicilio fiscal de la empresa, persona contratista o proveedora. ';
const ABROAD = 'Domicilio en el extranjero de la empresa, persona contratista o proveedora ganadora. ';

describe('a row of the national disclosure format', () => {
  it('tells the delivery period and the form of payment as milestones of the contract, not as things that happened', () => {
    const { contracts } = release('sipot-28-unified', {
      ...UNIFIED,
      'Fecha de inicio del plazo de entrega o ejecución': '17/02/2025',
      'Fecha de término del plazo de entrega o ejecución': '31/12/2025',
      'Forma de pago': 'Transferencia',
    });
    expect(contracts).toEqual([
      {
        id: 'C-7',
        awardID: 'C-7',
        milestones: [
          {
            id: 'inicio-entrega',
            title: 'Inicio del plazo de entrega o ejecución',
            dueDate: '2025-02-17T00:00:00-06:00',
          },
          {
            id: 'entrega',
            title: 'Término del plazo de entrega o ejecución',
            type: 'delivery',
            dueDate: '2025-12-31T00:00:00-06:00',
          },
          { id: 'pago', title: 'Forma de pago', type: 'payment', description: 'Transferencia' },
        ],
      },
    ]);
  });

  it('gives an open contract the most that may be spent on it, and the tender no value that nobody told', () => {
    const { tender, awards, contracts } = release('sipot-28-unified', {
      ...UNIFIED,
      'Monto mínimo, con impuestos incluidos, en su caso': '31356.89',
      'Monto máximo, con impuestos incluidos, en su caso': '1215108.12',
    });
    const value = { amount: 1215108.12, currency: 'MXN' };
    expect([awards, contracts]).toMatchObject([[{ value }], [{ value }]]);
    expect(tender).not.toHaveProperty('value');
    expect(tender).not.toHaveProperty('minValue');
  });

  it('tells who may take part, where the works are and what the population is told of them', () => {
    const { tender, planning, contracts } = release('sipot-28-unified', {
      ...UNIFIED,
      'Carácter del procedimiento (catálogo)': 'Nacional',
      'Lugar donde se realizará la obra pública, en su caso': 'Calle Real, Tonalá',
      'Breve descripción de la obra pública, en su caso': 'Empedrado de 300 metros',
      'Observaciones dirigidas a la población relativas a la realización de las obras públicas': 'Cierre de la calle',
    });
    expect(tender).toMatchObject({
      eligibilityCriteria: 'Carácter del procedimiento: Nacional',
      deliveryLocations: [{ description: 'Calle Real, Tonalá' }],
    });
    expect(planning).toMatchObject({ project: { description: 'Empedrado de 300 metros' } });
    expect(contracts).toMatchObject([{ milestones: [{ type: 'publicNotices', description: 'Cierre de la calle' }] }]);
  });

  it.each<[string, Readonly<Record<string, string>>, JsonObject]>([
    [
      'in the country, whatever stands in the columns for those abroad',
      {
        [`${AT}Tipo de vialidad (catálogo)`]: 'Calle',
        [`${AT}Nombre de vialidad`]: 'Reforma',
        [`${AT}Número exterior`]: '12',
        [`${AT}Número interior, en su caso`]: 'B',
        [`${AT}Tipo de asentamiento (catálogo)`]: 'Colonia',
        [`${AT}Nombre del asentamiento`]: 'Centro',
        [`${AT}Nombre del municipio o delegación`]: 'Xalapa',
        [`${ABROAD}País`]: 'Domicilio Nacional',
        [`${ABROAD}Ciudad`]: 'Domicilio Nacional',
        [`${ABROAD}Calle`]: 'Domicilio Nacional',
      },
      { streetAddress: 'Calle Reforma 12 Int. B Colonia Centro', locality: 'Xalapa' },
    ],
    [
      'without an inner number',
      { [`${AT}Nombre de vialidad`]: 'Reforma', [`${AT}Número interior, en su caso`]: 'Sin número' },
      { streetAddress: 'Reforma' },
    ],
    [
      'abroad',
      {
        [`${ABROAD}País`]: 'Canadá',
        [`${ABROAD}Ciudad`]: 'Toronto',
        [`${ABROAD}Calle`]: 'King Street',
        [`${ABROAD}Número`]: '7',
      },
      { streetAddress: 'King Street 7', locality: 'Toronto', countryName: 'Canadá' },
    ],
  ])('gives the address of a supplier %s', (_, cells, address) => {
    const { parties } = release('sipot-28-unified', { ...UNIFIED, ...cells });
    const supplier = (parties as readonly JsonObject[]).find(({ name }) => name === 'Papeles Inventados SA de CV');
    expect(supplier?.address).toEqual(address);
  });
});

describe('a row of the format of direct awards of 2023', () => {
  it('tells that there was money for it, not that the direct award was authorised', () => {
    const { planning, tender } = release('sipot-28b-2023', {
      'Número de expediente, folio o nomenclatura que lo identifique': 'AD-4/2023',
      'Hipervínculo a la autorización o documento que dé cuenta de la suficiencia de recursos':
        'https://a.gob.mx/s.pdf',
    });
    expect(planning).toMatchObject({ documents: [{ documentType: 'budgetApproval', url: 'https://a.gob.mx/s.pdf' }] });
    expect(tender).not.toHaveProperty('documents');
  });
});

describe('a row of CompraNet', () => {
  it('tells its legal ground, the unit’s officer, the size of the supplier and whether the purchase is consolidated', () => {
    const { parties, tender, additionalProcessInformation } = release('compranet-2010', {
      DEPENDENCIA: 'Puerto de Ejemplo',
      CLAVEUC: '009J2P002',
      RESPONSABLE: 'Ana Pérez López',
      PLANTILLA_EXPEDIENTE: '12. Adjudicación Directa Nacional Simplificada LAASSP',
      NUMERO_PROCEDIMIENTO: 'AA-009J2P002-N5-2014',
      CARACTER: 'Nacional',
      COMPRA_CONSOLIDADA: '1',
      PROVEEDOR_CONTRATISTA: 'Papeles Inventados',
      ESTRATIFICACION_MUC: 'No MIPYME',
      ESTRATIFICACION_MPC: '',
    });
    expect(parties).toMatchObject([
      { identifier: { id: '009J2P002' }, contactPoint: { name: 'Ana Pérez López' } },
      { name: 'Papeles Inventados', details: { scale: 'large' } },
    ]);
    expect(tender).toMatchObject({
      procurementMethodRationale: '12. Adjudicación Directa Nacional Simplificada LAASSP',
      eligibilityCriteria: 'Carácter del procedimiento: Nacional',
    });
    expect(additionalProcessInformation).toEqual({ consolidated: true });
  });
});

describe('a row of the procedures of Compras MX', () => {
  it('tells the title of its file, whom to ask and the framework agreement it is made under', () => {
    const { title, parties, relatedProcesses, tender } = release('comprasmx-2026-procedures', {
      'Núm. Proc. Proyecto': "'AA-50-GYR-050GYR012-N-1-2026",
      'Clave de la UC': "'050GYR012",
      Institución: 'Instituto de Ejemplo',
      'Título del expediente': 'Limpieza de oficinas',
      'Nombre anuncio': 'Servicio de limpieza',
      'Operador anuncio': 'Ana Pérez López',
      'Correo anuncio': 'Ana.Perez@ejemplo.gob.mx',
      'Caracter anuncio': 'NACIONAL',
      'Contrato marco': 'SERVICIO INTEGRAL DE LIMPIEZA',
      'Compra consolidada': 'NO',
    });
    expect(title).toBe('Limpieza de oficinas');
    expect(parties).toMatchObject([{ contactPoint: { name: 'Ana Pérez López', email: 'ana.perez@ejemplo.gob.mx' } }]);
    expect(relatedProcesses).toMatchObject([{ relationship: ['framework'], title: 'SERVICIO INTEGRAL DE LIMPIEZA' }]);
    expect(tender).toMatchObject({ title: 'Servicio de limpieza' });
  });

  it('relates the process to nothing where it names no agreement', () => {
    const members = release('comprasmx-2026-procedures', { 'Núm. Proc. Proyecto': 'AA-50-GYR-050GYR012-N-1-2026' });
    expect(members).not.toHaveProperty('relatedProcesses');
  });
});

describe('a row of the register', () => {
  it('tells how to reach a supplier, by the first of its addresses', () => {
    const { parties } = release('padron-proveedores', {
      'Denominación o razón social de la persona moral proveedora o contratista': 'Papeles Inventados',
      'Correo electrónico comercial de la persona proveedora o contratista': 'Ventas@papeles.example.mx, otro@x.mx',
      'Teléfono oficial de la persona proveedora o contratista': 'Nota',
    });
    expect(parties).toMatchObject([{ contactPoint: { email: 'ventas@papeles.example.mx' } }]);
    expect((parties as readonly JsonObject[])[0]!.contactPoint).not.toHaveProperty('telephone');
  });
});
