import type { JsonObject, Release } from '#ocds';

/** An invented process with everything in order: five stages, one winner, an amendment. */
export const tidyRelease: Release = {
  ocid: 'ocds-000000-LPL-014-2024',
  id: 'ocds-000000-LPL-014-2024-compiled',
  date: '2024-09-02T18:00:00Z',
  tag: ['compiled'],
  language: 'es',
  buyer: { id: 'DEP-21', name: 'Secretaría de Parques y Jardines' },
  parties: [
    {
      id: 'DEP-21',
      name: 'Secretaría de Parques y Jardines',
      identifier: { scheme: 'DEP-GOB-JAL', id: '21' },
      roles: ['buyer', 'procuringEntity', 'payer'],
      address: { locality: 'Guadalajara' },
    },
    {
      id: 'P100',
      name: 'Viveros del Lago, S.A. de C.V.',
      identifier: { scheme: 'MX-RFC', id: 'VLA010203AB1' },
      roles: ['tenderer', 'supplier', 'payee'],
    },
    {
      id: 'P200',
      name: 'Lirio Pérez Jacinto',
      identifier: { scheme: 'MX-RFC', id: 'PEJL800101AB1' },
      roles: ['tenderer'],
    },
  ],
  planning: { budget: { id: '2511', description: 'Plantas y semillas', amount: { amount: 2500000, currency: 'MXN' } } },
  tender: {
    id: 'LPL-014-2024',
    title: 'Adquisición de árboles y arbustos para los parques metropolitanos, temporada de lluvias 2024',
    description: 'Cuatro mil árboles nativos con garantía de arraigo de doce meses.',
    status: 'complete',
    procurementMethod: 'open',
    procurementMethodDetails: 'Licitación pública local con concurrencia del Comité',
    procurementMethodRationale: 'Artículo 72 de la Ley de Compras Gubernamentales.',
    mainProcurementCategory: 'goods',
    value: { amount: 2400000, netAmount: 2068965.52, currency: 'MXN' },
    tenderPeriod: { startDate: '2024-05-06', endDate: '2024-05-21' },
    tenderers: [
      { id: 'P100', name: 'Viveros del Lago, S.A. de C.V.' },
      { id: 'P200', name: 'Lirio Pérez Jacinto' },
    ],
    documents: [
      {
        id: '1',
        title: 'Bases LPL-014-2024',
        documentType: 'biddingDocuments',
        url: 'https://compras.example/bases.pdf',
        format: 'application/pdf',
        datePublished: '2024-05-06',
      },
      {
        id: '2',
        title: 'Acta de la junta de aclaraciones',
        documentType: 'clarifications',
        datePublished: '2024-05-13',
      },
    ],
  },
  awards: [
    {
      id: 'A1',
      status: 'active',
      date: '2024-05-30T12:00:00-06:00',
      value: { amount: 2318840, netAmount: 1999000, currency: 'MXN' },
      suppliers: [{ id: 'P100', name: 'Viveros del Lago, S.A. de C.V.' }],
    },
  ],
  contracts: [
    {
      id: 'C-014/2024',
      awardID: 'A1',
      status: 'active',
      dateSigned: '2024-06-14',
      period: { startDate: '2024-06-14', endDate: '2024-12-31' },
      value: { amount: 2318840, netAmount: 1999000, currency: 'MXN' },
      amendments: [
        { id: '1', date: '2024-08-20', description: 'Se amplía el plazo de entrega treinta días por lluvias.' },
      ],
      items: [
        {
          id: '1',
          description: 'Tabachín de 2 m',
          classification: { description: 'Árboles' },
          quantity: 1500,
          unit: { name: 'Pieza', value: { amount: 480, currency: 'MXN' } },
        },
        {
          id: '2',
          description: 'Primavera de 2 m',
          classification: { description: 'Árboles' },
          quantity: 2500,
          unit: { name: 'Pieza', value: { amount: 511.6, currency: 'MXN' } },
        },
      ],
      implementation: {
        transactions: [
          {
            id: 'T1',
            date: '2024-07-31',
            value: { amount: 1159420, netAmount: 999500, currency: 'MXN' },
            payer: { id: 'DEP-21', name: 'Secretaría de Parques y Jardines' },
            payee: { id: 'P100', name: 'Viveros del Lago, S.A. de C.V.' },
          },
        ],
      },
    },
  ],
};

const told = (releaseID: string, value: string | number) => ({ releaseID, value });

/** What the history of the same process has of its contract: it grew by an amendment. */
export const tidyHistory: JsonObject = {
  contracts: [
    {
      id: 'C-014/2024',
      value: {
        amount: [told('r2', 2204000), told('r3', 2318840)],
        netAmount: [told('r2', 1900000), told('r3', 1999000)],
        currency: [told('r2', 'MXN')],
      },
      amendments: [{ id: '1', date: [told('r3', '2024-08-20')] }],
    },
  ],
};

/** An invented process as bad files bring them: nothing in order, half of it missing. */
export const untidyRelease: Release = {
  ocid: 'ocds-000000-AD-7',
  id: 'ocds-000000-AD-7-compiled',
  date: '2024-03-01T00:00:00Z',
  tag: ['compiled'],
  additionalProcessInformation: { stageDescription: { currentStage: 'Contrato' } },
  parties: [{ id: 'S1', name: 'Papelería   El  Cuervo', roles: ['supplier'] }],
  tender: {
    id: '7',
    procurementMethod: 'direct',
    status: 'complete',
    tenderers: [{ name: 'Quien no está en la lista' }],
  },
  awards: [
    {
      id: 'A1',
      date: '2024-02-10',
      value: { amount: 100000, currency: 'MXN' },
      suppliers: [{ id: 'S1', name: 'Papelería El Cuervo' }],
    },
    { id: 'A2', value: { amount: 0, currency: 'MXN' }, suppliers: [] },
    {
      id: 'A3',
      status: 'cancelled',
      date: '2024-02-11',
      value: { amount: 5000, currency: 'USD' },
      suppliers: [{ id: 'S9' }],
    },
  ],
  contracts: [
    {
      id: 'K1',
      awardID: 'A1',
      dateSigned: '2024-01-05',
      period: { startDate: '2024-03-31', endDate: '2024-03-01' },
      value: { amount: 100000, currency: 'MXN' },
      implementation: {
        transactions: [{ id: 'T1', date: 'pendiente', value: { amount: 120000.004, currency: 'MXN' } }],
      },
    },
    { id: 'K2', value: { amount: 1500, currency: 'USD' } },
  ],
};

/** An invented tender that is still open: nothing after it yet. */
export const openRelease: Release = {
  ocid: 'ocds-000000-LPL-099-2024',
  id: 'ocds-000000-LPL-099-2024-compiled',
  date: '2024-09-10T18:00:00Z',
  tag: ['compiled'],
  buyer: { id: 'DEP-05', name: 'Secretaría de los Ríos' },
  tender: {
    id: 'LPL-099-2024',
    title: 'Servicio de desazolve',
    status: 'active',
    procurementMethod: 'open',
    tenderPeriod: { startDate: '2024-09-09', endDate: '2024-09-24' },
  },
};
