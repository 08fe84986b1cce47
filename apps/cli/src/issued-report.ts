import { readFile } from 'node:fs/promises';
import { errataOf, errataSection, isIntact, type ReportDocument } from '#tracker';
import { SourceFault } from './source-fault.js';

/**
 * A report with the «fe de erratas» of an issued one before its sections; as it is where nothing changed.
 *
 * @param now the report of today, told as measured on the day of the issued one
 */
export function errataSince(issued: ReportDocument, now: ReportDocument, fresh: ReportDocument) {
  const errata = errataOf(issued, now);
  if (errata.length === 0) return { document: fresh, errata: 0 };
  const sections = [errataSection(errata, issued.hash), ...fresh.sections];
  return { document: { ...fresh, sections }, errata: errata.length };
}

/** @throws SourceFault when the file is no issued report, or was changed since */
export async function readIssued(path: string): Promise<ReportDocument> {
  const text = await readFile(path, 'utf8');
  const issued = parsed(text) as Partial<ReportDocument> | undefined;
  if (issued?.format !== 'compromiso7/informe-anual/1') {
    throw new SourceFault(
      path,
      'no es un informe emitido.',
      'Usar el JSON que escribió «c7 tracker report --format json».',
    );
  }
  if (!isIntact(issued as ReportDocument)) {
    throw new SourceFault(path, 'se alteró después de emitirse: su huella no corresponde.', 'Usar la copia original.');
  }
  return issued as ReportDocument;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
