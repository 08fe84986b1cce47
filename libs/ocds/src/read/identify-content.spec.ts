import { identifyContent, type Content } from './identify-content.js';

const kindOf = (text: string) => identifyContent(Buffer.from(text, 'latin1'));

describe('identifyContent', () => {
  it.each<[Content, string, string]>([
    ['json', 'an object', ' \r\n\t{"releases":[]}'],
    ['json', 'an array', '[{"ocid":"1"}]'],
    ['json', 'nothing but blanks so far', ' \n'],
    ['gzip', 'gzip', '\x1f\x8b\x08'],
    ['html', 'a page', '<!DOCTYPE html><html>'],
    ['html', 'a page after a comment', '\n<!-- 502 --><p>Bad gateway'],
    ['html', 'XHTML', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">'],
    ['xml', 'XML', '<?xml version="1.0"?><releases/>'],
    ['csv', 'a table', 'ocid,monto\nocds-xs1qbl-1,10\n'],
    ['csv', 'a table with quotes and semicolons', '"ocid";"monto"\r\n"x";"10"\r\n'],
    ['workbook', 'Excel', 'PK\x03\x04\x14\x00\x06\x00[Content_Types].xml'],
    ['workbook', 'Excel before 2007', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00'],
    ['workbook', 'OpenDocument', 'PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
    ['archive', 'zip', 'PK\x03\x04\x14\x00\x00\x00releases.json'],
    ['archive', '7z', '7z\xbc\xaf\x27\x1c\x00'],
    ['pdf', 'PDF', '%PDF-1.7\n'],
    ['utf-16', 'UTF-16 LE with a mark', '\xff\xfe{\x00'],
    ['utf-16', 'UTF-16 BE with a mark', '\xfe\xff\x00{'],
    ['utf-16', 'UTF-16 LE without a mark', '{\x00"\x00a\x00'],
    ['utf-16', 'UTF-16 BE without a mark', '\x00[\x00{\x00"'],
    ['utf-16', 'UTF-32', '{\x00\x00\x00"\x00\x00\x00'],
    ['binary', 'an image', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'],
    ['not-ocds', 'a JSON number', '12.5\n'],
    ['not-ocds', 'a JSON string', '"ocid"'],
    ['not-ocds', 'null', 'null'],
    ['not-json', 'program code', 'callback({"releases":[]});\n1,2'],
    ['not-json', 'an error message', 'Fatal error: out of memory'],
  ])('says %s of %s', (content, _, text) => {
    expect(kindOf(text)).toBe(content);
  });
});
