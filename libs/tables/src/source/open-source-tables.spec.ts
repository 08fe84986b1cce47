import { gzipSync } from 'node:zlib';
import { CFB } from '@e965/xlsx';
import { refusalOf } from '../../test/read-source.js';
import { zipOf } from '../../test/sample-workbook.js';

describe('what is no table is told by its content', () => {
  it.each([
    ['an empty file', '', 'EMPTY_FILE', 'vacío'],
    ['blanks', '\uFEFF \r\n\t', 'EMPTY_FILE', 'vacío'],
    ['HTML saved as .xls', '\r\n<html><body><table><tr><td>1</td></tr></table>', 'NOT_A_TABLE', 'HTML'],
    ['XML of Excel 2003', '<?xml version="1.0"?><Workbook/>', 'NOT_A_TABLE', 'XML'],
    ['PDF', '%PDF-1.7\n1 0 obj', 'NOT_A_TABLE', 'PDF'],
    ['JSON', '{ "releases": [] }', 'NOT_A_TABLE', 'JSON'],
    ['a list in JSON', '[\n {"ocid": 1}]', 'NOT_A_TABLE', 'JSON'],
    ['an image', Buffer.from('89504e470d0a1a0a', 'hex'), 'NOT_A_TABLE', 'imagen'],
    ['another photo', Buffer.from('ffd8ffe000104a464946', 'hex'), 'NOT_A_TABLE', 'imagen'],
    ['a program', Buffer.from('7f454c4602010100', 'hex'), 'NOT_A_TABLE', 'binario'],
    ['a gzip in a gzip', gzipSync(gzipSync('a,b')), 'NOT_A_TABLE', 'comprimido'],
    ['an image in a gzip', gzipSync(Buffer.from('89504e470d0a1a0a', 'hex')), 'NOT_A_TABLE', 'imagen'],
  ])('%s', async (_, content, code, word) => {
    const error = await refusalOf(content);
    expect(error.code).toBe(code);
    expect(error.reason.es).toContain(word);
    expect(error.remedy.en).not.toBe('');
  });

  it.each([
    ['a zip of other files', { 'datos.csv': 'a,b' }, 'NOT_A_TABLE', 'zip'],
    ['OpenDocument', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }, 'NOT_A_TABLE', 'OpenDocument'],
  ])('%s', async (_, parts, code, word) => {
    const error = await refusalOf(await zipOf(parts as Record<string, string>));
    expect(error.code).toBe(code);
    expect(error.reason.es).toContain(word);
  });

  it.each([
    ['an encrypted workbook', ['EncryptionInfo', 'EncryptedPackage'], 'ENCRYPTED'],
    ['an .xls with macros', ['Workbook', '_VBA_PROJECT_CUR/VBA/dir'], 'MACROS'],
    ['a Word document', ['WordDocument'], 'NOT_A_TABLE'],
  ])('%s', async (_, streams, code) => {
    const compound = CFB.utils.cfb_new();
    for (const name of streams) CFB.utils.cfb_add(compound, `/${name}`, Buffer.from('contenido'));
    expect((await refusalOf(Buffer.from(CFB.write(compound, { type: 'buffer' })))).code).toBe(code);
  });
});
