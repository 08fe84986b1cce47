import { resolveEntities } from '../../xlsx/workbook-sheets.js';
import { fromEscapes } from '../../xlsx/xml-text.js';
import type { SourceLimits } from '../source-limits.js';
import { createTextSpill, type TextSpill } from './text-spill.js';
import { createXmlScan, type XmlHandler } from './xml-scan.js';

/** The texts that the cells of a workbook share. */
export interface SharedTexts {
  get(index: number): string | undefined;
  close(): Promise<void>;
}

/** The first texts stay in memory: they are those of the first rows, which come again in the others. */
export async function readSharedTexts(
  part: string,
  pieces: AsyncIterable<string>,
  limits: SourceLimits,
): Promise<SharedTexts> {
  const kept: string[] = [];
  let arrived: string[] = [];
  let spill: TextSpill | undefined;
  let length = 0;
  const scan = createXmlScan(
    part,
    limits.cellLength,
    textHandler((text) => arrived.push(text)),
  );
  try {
    for await (const piece of pieces) {
      scan.push(piece);
      for (const text of arrived) {
        if (!spill && length > limits.textsInMemory) spill = await createTextSpill();
        if (spill) spill.add(text);
        else length += kept.push(text) && text.length;
      }
      arrived = [];
    }
  } catch (error) {
    await spill?.close();
    throw error;
  }
  return {
    get: (index) => (index < kept.length ? kept[index] : spill?.get(index - kept.length)),
    close: async () => spill?.close(),
  };
}

const I = 105;
const R = 114;
const S = 115;
const T = 116;

/** An `<si>` is one text, or runs of it; `<rPh>` says how it is pronounced. */
function textHandler(give: (text: string) => void): XmlHandler {
  let text = '';
  let isPhonetic = false;
  return {
    open(xml, from, to) {
      const [first, second] = [xml.charCodeAt(from), xml.charCodeAt(from + 1)];
      if (first === S && second === I) {
        if (xml.charCodeAt(to - 1) === SLASH) give('');
        text = '';
        isPhonetic = false;
      } else if (first === R && xml.startsWith('rPh', from)) isPhonetic = true;
      return first === T && !(second >= LETTER_A && second <= LETTER_Z) && !isPhonetic;
    },
    close(xml, from, _, content) {
      const [first, second] = [xml.charCodeAt(from), xml.charCodeAt(from + 1)];
      if (first === T) text += cellText(content);
      else if (first === R && xml.startsWith('rPh', from)) isPhonetic = false;
      else if (first === S && second === I) give(text);
    },
  };
}

const SLASH = 47;
const LETTER_A = 65;
const LETTER_Z = 122;

/** The text of a `<t>` or `<v>`: line ends as XML has them (2.11), entities, then the escapes of spreadsheets. */
export function cellText(content: string): string {
  if (content === '') return '';
  return fromEscapes(resolveEntities(content.includes('\r') ? content.replace(/\r\n?/g, '\n') : content));
}
