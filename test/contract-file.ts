/** Header of the federal contract lists of 2010 to 2017, shortened. */
export const HEADER = [
  'DEPENDENCIA',
  'CLAVEUC',
  'NOMBRE_DE_LA_UC',
  'NUMERO_EXPEDIENTE',
  'TITULO_EXPEDIENTE',
  'NUMERO_PROCEDIMIENTO',
  'TIPO_PROCEDIMIENTO',
  'TIPO_CONTRATACION',
  'CODIGO_CONTRATO',
  'TITULO_CONTRATO',
  'IMPORTE_CONTRATO',
  'MONEDA',
  'ESTATUS_CONTRATO',
  'FECHA_CELEBRACION',
  'PROVEEDOR_CONTRATISTA',
];

type Column = (typeof HEADER)[number];

/** A row: the contract of an invented process. */
export function contract(number: string, changes: Partial<Record<Column, string>> = {}): Record<Column, string> {
  return {
    DEPENDENCIA: 'Secretaría de Pruebas',
    CLAVEUC: '014000999',
    NOMBRE_DE_LA_UC: 'Dirección de Ensayos',
    NUMERO_EXPEDIENTE: `7${number}`,
    TITULO_EXPEDIENTE: 'Compra de papelería',
    NUMERO_PROCEDIMIENTO: `LA-014000999-E${number}-2026`,
    TIPO_PROCEDIMIENTO: 'Licitación Pública',
    TIPO_CONTRATACION: 'Adquisiciones',
    CODIGO_CONTRATO: `9${number}`,
    TITULO_CONTRATO: 'Hojas y lápices',
    IMPORTE_CONTRATO: '1500.50',
    MONEDA: 'MXN',
    ESTATUS_CONTRATO: 'Activo',
    FECHA_CELEBRACION: '2026-02-03',
    PROVEEDOR_CONTRATISTA: 'Papelera Inventada, S.A. de C.V.',
    ...changes,
  };
}

/** A file of that format. @param before what stands before the header, as a byte order mark */
export function csv(rows: readonly Record<Column, string>[], before = ''): string {
  const lines = rows.map((row) => HEADER.map((name) => `"${row[name]!.replaceAll('"', '""')}"`).join(','));
  return `${before}${[HEADER.join(','), ...lines].join('\r\n')}\r\n`;
}
