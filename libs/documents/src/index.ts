export { writeReportDocx } from './docx/write-report-docx.js';
export { writeReportPdf } from './pdf/write-report-pdf.js';
