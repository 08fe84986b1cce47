import { xmlText } from './xml-text.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The parts of a document besides its text, by path (ECMA-376 part 1, 17; part 2, 10). */
export function docxParts(title: string): ReadonlyMap<string, string> {
  return new Map([
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', PACKAGE_RELATIONS],
    ['docProps/core.xml', core(title)],
    ['word/_rels/document.xml.rels', DOCUMENT_RELATIONS],
    ['word/styles.xml', STYLES],
    ['word/numbering.xml', NUMBERING],
    ['word/footer1.xml', FOOTER],
  ]);
}

const CONTENT_TYPES =
  `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  override('document.xml', 'document.main') +
  override('styles.xml', 'styles') +
  override('numbering.xml', 'numbering') +
  override('footer1.xml', 'footer') +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
  '</Types>';

function override(part: string, kind: string): string {
  return `<Override PartName="/word/${part}" ContentType="${TYPE}.${kind}+xml"/>`;
}

const PACKAGE_RELATIONS =
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/>` +
  `<Relationship Id="r2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
  '</Relationships>';

const DOCUMENT_RELATIONS =
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="r1" Type="${RELATIONS}/styles" Target="styles.xml"/>` +
  `<Relationship Id="r2" Type="${RELATIONS}/numbering" Target="numbering.xml"/>` +
  `<Relationship Id="r3" Type="${RELATIONS}/footer" Target="footer1.xml"/>` +
  '</Relationships>';

function core(title: string): string {
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${xmlText(title)}</dc:title><dc:language>es-MX</dc:language></cp:coreProperties>`
  );
}

interface Looks {
  readonly size: number;
  readonly before: number;
  readonly extra?: string;
}

function heading(level: number, { size, before, extra = '' }: Looks): string {
  return (
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/>` +
    `<w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="${before}" w:after="120"/><w:outlineLvl w:val="${level - 1}"/></w:pPr>` +
    `<w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/>${extra}<w:sz w:val="${size}"/></w:rPr></w:style>`
  );
}

const STYLES =
  `${HEAD}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>` +
  '<w:sz w:val="22"/><w:lang w:val="es-MX"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/>' +
  '</w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  heading(1, { size: 40, before: 0 }) +
  heading(2, { size: 30, before: 480 }) +
  heading(3, { size: 25, before: 320 }) +
  '<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/><w:basedOn w:val="Normal"/>' +
  '<w:pPr><w:keepNext/><w:spacing w:before="160" w:after="60"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Warning"><w:name w:val="Aviso"/><w:basedOn w:val="Normal"/>' +
  '<w:pPr><w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="A4492A"/></w:pBdr><w:ind w:left="200"/></w:pPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Celda"/><w:basedOn w:val="Normal"/>' +
  '<w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="19"/></w:rPr></w:style></w:styles>';

const NUMBERING =
  `${HEAD}<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>` +
  '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="500" w:hanging="260"/></w:pPr></w:lvl>' +
  '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';

const FOOTER =
  `${HEAD}<w:ftr xmlns:w="${WORD}"><w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>` +
  '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>';
