import { XML_HEAD } from '../annotate/namespaces.js';
import { xmlText } from '../xlsx/xml-text.js';
import type { Form } from './form.js';

/** Part with the title (ECMA-376 part 2, 11). */
export const CORE_PROPERTIES = {
  part: 'docProps/core.xml',
  type: 'application/vnd.openxmlformats-package.core-properties+xml',
  relation: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
};

/** Part with properties of our own (ECMA-376 part 1, 22.3). */
export const CUSTOM_PROPERTIES = {
  part: 'docProps/custom.xml',
  type: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
  relation: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties',
};

export function coreProperties({ title, profile }: Form): string {
  return (
    `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title>` +
    `<dc:creator>Compromiso 7</dc:creator><dc:language>es-MX</dc:language>` +
    `<cp:version>${xmlText(profile.version)}</cp:version></cp:coreProperties>`
  );
}

/** The profile that reads the form back, and its version. */
export function customProperties({ profile }: Form): string {
  const properties = [
    ['Perfil', profile.name],
    ['Versión del perfil', profile.version],
  ].map(
    ([name = '', value = ''], index) =>
      // Ids 0 and 1 are reserved.
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${name}">` +
      `<vt:lpwstr>${xmlText(value)}</vt:lpwstr></property>`,
  );
  return (
    `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" ` +
    `xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${properties.join('')}</Properties>`
  );
}
