import type { Language } from '../../locale.js';
import type { Difference } from '../views/process.view.js';
import type { FaultGroup, FaultLine, UploadLine, UploadPreview, UploadView } from '../views/upload.view.js';
import type { DeskHomeView } from '../views/home.view.js';
import { inventedCorrections, inventedDesk, inventedProcesses, inventedSources } from './invented-desk.js';

export const inventedLines: readonly UploadLine[] = [
  {
    id: '0197',
    fileName: 'contratos-2026-t1.xlsx',
    publisher: 'Secretaría de Parques y Jardines',
    state: 'ready',
    createdAt: '2026-04-07T18:05:00Z',
    by: 'Rosa Robledo',
    rows: 48,
    faults: 3,
  },
  {
    id: '0196',
    fileName: 'contratos-2025-t4.xlsx',
    publisher: 'Secretaría de Parques y Jardines',
    state: 'done',
    createdAt: '2026-01-12T16:40:00Z',
    by: 'Rosa Robledo',
    rows: 61,
    faults: 0,
  },
];

export const inventedUploads = {
  lines: [
    ...inventedLines,
    ...(['received', 'checking', 'taking', 'refused', 'failed', 'cancelled'] as const).map((state, n): UploadLine => {
      return {
        id: `01${n}`,
        fileName: `prueba-${n}.csv`,
        publisher: 'parques',
        state,
        createdAt: '2026-01-11T16:00:00Z',
        by: 'Carga nocturna',
      };
    }),
  ] as const satisfies readonly UploadLine[],
};

const fault = (cell: string, header: string, value: string, es: string, en: string): FaultLine => ({
  cell,
  header,
  value,
  message: { es, en },
});

const WRONG_DATE = fault(
  'Reporte de Formatos!AP12',
  'Fecha del contrato',
  '31/02/2026',
  '«31/02/2026» no es una fecha del calendario.',
  '“31/02/2026” is not a day of the calendar.',
);

const WRONG_AMOUNT = fault(
  'Reporte de Formatos!AT15',
  'Monto total del contrato con impuestos incluidos',
  'mil pesos',
  '«mil pesos» no es un monto.',
  '“mil pesos” is not an amount.',
);

const NO_NUMBER = fault(
  'Reporte de Formatos!19',
  '',
  '',
  'La fila no tiene número de expediente, de procedimiento ni de contrato.',
  'The row has no file, procedure or contract number.',
);

export const inventedFaults: readonly FaultGroup[] = [
  {
    rule: 'row-without-identity',
    severity: 'error',
    header: '',
    count: 1,
    message: NO_NUMBER.message,
    remedy: {
      es: 'Escribir el número con el que se identifica el procedimiento.',
      en: 'Enter the number of the procedure.',
    },
    faults: [NO_NUMBER],
  },
  {
    rule: 'date-unreadable',
    severity: 'warning',
    header: 'Fecha del contrato',
    count: 5,
    message: WRONG_DATE.message,
    remedy: { es: 'Escribir un día que exista, como 15/03/2026.', en: 'Enter a day that exists, such as 15/03/2026.' },
    faults: [WRONG_DATE, { ...WRONG_DATE, cell: 'Reporte de Formatos!AP13', value: '' }],
  },
  {
    rule: 'amount-unreadable',
    severity: 'warning',
    header: WRONG_AMOUNT.header,
    count: 1,
    message: WRONG_AMOUNT.message,
    faults: [WRONG_AMOUNT],
  },
];

export const inventedDifferences: readonly Difference[] = [
  {
    field: { es: 'Monto del contrato C-014', en: 'Amount of contract C-014' },
    before: '$2,318,840.00 MXN',
    after: '$2,381,840.00 MXN',
  },
  { field: { es: 'Fecha de firma', en: 'Date of signature' }, after: '14 jun 2024' },
  { field: { es: 'Documento «Anexo 2»', en: 'Document “Anexo 2”' }, before: 'https://parques.example/anexo-2.pdf' },
];

export const inventedPreview: UploadPreview = {
  profile: { id: 'sipot-28-unified', title: 'PNT, artículo 70 fracción XXVIII, formato unificado' },
  sheets: [{ name: 'Reporte de Formatos', rows: 48 }],
  rows: { published: 44, unchanged: 3, held: 0, refused: 1 },
  processes: { new: 41, changed: 3, unchanged: 3, held: 1 },
  faultCount: 7,
  faults: inventedFaults,
  differences: [
    { ocid: 'ocds-000000-LPL-014-2024', title: 'Adquisición de árboles y arbustos', differences: inventedDifferences },
  ],
};

export function inventedUpload(state: UploadLine['state'], language: Language = 'es'): UploadView {
  const settled = state === 'ready' || state === 'done';
  return {
    ...inventedDesk(language),
    upload: {
      ...inventedLines[0]!,
      state,
      bytes: 48_213,
      sha256: 'a3f5'.repeat(16),
      buyer: 'Secretaría de Parques y Jardines',
      ...(state === 'done' && { batchId: '17', replaces: { id: '0195', fileName: 'contratos-2026-t1.xlsx' } }),
    },
    preview: settled
      ? {
          ...inventedPreview,
          ...(state === 'done' && { sinceEarlier: { fixed: [WRONG_DATE], remaining: [WRONG_AMOUNT], fresh: [] } }),
        }
      : undefined,
    trouble:
      state === 'refused'
        ? {
            message: {
              es: 'El encabezado no es el de ningún formato conocido.',
              en: 'The header is not that of any known format.',
            },
            remedy: { es: 'Agregar las columnas que faltan.', en: 'Add the columns that are missing.' },
          }
        : undefined,
    may: {
      confirm: state === 'ready',
      cancel: state !== 'done',
      retry: state === 'failed',
      replace: settled || state === 'refused',
    },
    processes: state === 'done' ? inventedProcesses.slice(0, 2) : undefined,
    annotatedHref: settled ? '/escritorio/cargas/0197/anotado' : undefined,
  };
}

export function inventedDeskHome(language: Language = 'es'): DeskHomeView {
  return {
    ...inventedDesk(language),
    uploads: inventedLines.slice(0, 1),
    held: { total: 12, rows: inventedProcesses.filter(({ state }) => state === 'held') },
    corrections: inventedCorrections.slice(0, 1),
    silent: inventedSources.slice(0, 1),
    recent: inventedLines.slice(1),
    done: 'confirmada',
  };
}
