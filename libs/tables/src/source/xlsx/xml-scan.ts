import { sourceError } from '../source-error.js';

/** What a scan tells of. Names come without prefix, as places in `text`: a string for each would cost too much. */
export interface XmlHandler {
  /** @returns whether to gather the text up to the next tag that ends an element */
  open(text: string, from: number, to: number): boolean;
  /** @param content the gathered text, its entities not resolved */
  close(text: string, from: number, to: number, content: string): void;
}

export interface XmlScan {
  push(piece: string): void;
}

/** Characters of a tag or comment; those of worksheets have some hundreds. */
const LONGEST_TAG = 1 << 20;

const BANG = 33;
const SLASH = 47;
const QUESTION = 63;

/**
 * Goes through XML that comes in pieces, in one pass and without a tree. "<" begins a tag wherever it stands (XML 1.0,
 * 2.4), so a ">" in an attribute only cuts its tag short, which none of those read here minds.
 *
 * @throws TableError UNSAFE_XML, WORKBOOK_BROKEN, CELL_TOO_LONG
 */
export function createXmlScan(part: string, longestText: number, handler: XmlHandler): XmlScan {
  let rest = '';
  let content = '';
  let isGathering = false;
  let prefix = -1;

  function gather(more: string): void {
    content = content === '' ? more : content + more;
    if (content.length > longestText) throw sourceError('CELL_TOO_LONG', String(longestText));
  }

  function takeTag(text: string, at: number, end: number): void {
    const sign = text.charCodeAt(at + 1);
    if (sign === QUESTION) return;
    if (prefix === -1) prefix = prefixLength(text, at + 1);
    if (sign === SLASH) {
      handler.close(text, at + 2 + prefix, end, content);
      isGathering = false;
      content = '';
    } else {
      const isSelfClosing = text.charCodeAt(end - 1) === SLASH;
      isGathering = handler.open(text, at + 1 + prefix, end) && !isSelfClosing;
      content = '';
    }
  }

  /** @returns where a comment or CDATA section ends; -1 when it does not yet */
  function takeBang(text: string, at: number): number {
    const start = text.slice(at, at + 9);
    if (start.length < 9 && ('<![CDATA['.startsWith(start) || '<!--'.startsWith(start))) return -1;
    const isData = start === '<![CDATA[';
    if (!isData && !start.startsWith('<!--')) throw sourceError('UNSAFE_XML', part);
    const end = text.indexOf(isData ? ']]>' : '-->', at + (isData ? 9 : 4));
    if (end === -1) return -1;
    if (isData && isGathering) gather(text.slice(at + 9, end).replaceAll('&', '&amp;'));
    return end + 2;
  }

  return {
    push(piece) {
      const text = rest === '' ? piece : rest + piece;
      rest = '';
      for (let at = 0; ;) {
        const tag = text.indexOf('<', at);
        if (isGathering && tag !== at) gather(tag === -1 ? text.slice(at) : text.slice(at, tag));
        if (tag === -1) return;
        const isBang = text.charCodeAt(tag + 1) === BANG;
        const end = isBang ? takeBang(text, tag) : text.indexOf('>', tag + 1);
        if (end === -1) {
          rest = text.slice(tag);
          if (rest.length > Math.max(LONGEST_TAG, longestText)) throw sourceError('WORKBOOK_BROKEN', part);
          return;
        }
        if (!isBang) takeTag(text, tag, end);
        at = end + 1;
      }
    },
  };
}

/** Of "<x:worksheet" 2: all of a part's own elements have the prefix that its root has. */
function prefixLength(text: string, from: number): number {
  return /^(?:\w+:)?/.exec(text.slice(from, from + 64))![0].length;
}
