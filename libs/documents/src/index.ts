export { writeReportDocx } from './docx/write-report-docx.js';
export { writeReportPdf } from './pdf/write-report-pdf.js';
export { writeSheetPdf } from './pdf/write-sheet-pdf.js';
export type { Sheet } from './pdf/write-sheet-pdf.js';
