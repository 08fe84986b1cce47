import { tidyRelease } from '../examples/invented-release.js';
import { documentsOf } from './documents.js';

it.each([
  ['application/pdf', 'PDF'],
  ['application/x-zip', 'ZIP'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'DOCX'],
  ['Application/vnd.ms-excel', 'XLS'],
  ['text/plain', 'TXT'],
  ['versión pública', 'versión pública'],
  [undefined, undefined],
])('calls the format %s what people call it: %s', (format, name) => {
  const release = { ...tidyRelease, tender: { documents: [{ id: 'd', title: 'Bases', format }] } };
  expect(documentsOf(release as typeof tidyRelease)[0]).toMatchObject({ title: 'Bases', format: name });
});
