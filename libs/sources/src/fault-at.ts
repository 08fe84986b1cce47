import type { Bilingual } from '#ocds';
import type { CellFault } from './cell-fault.js';
import { CELL_RULES, type CellRule, type CellRuleText } from './cell-rules.js';

/** What a message says beside the cell's header and value, by the name in braces. */
export type FaultParams = Readonly<Record<string, string | number>>;

/** The cell or row a fault is at. */
export type FaultPlace = Pick<CellFault, 'sheet' | 'row' | 'column' | 'header' | 'value'> & {
  /** Whether the profile calls the column essential. */
  readonly essential?: boolean;
};

/** The fault of a rule at a place, its messages filled in. Long values are cut in the messages, not in the fault. */
export function faultAt(place: FaultPlace, rule: CellRule, params: FaultParams = {}): CellFault {
  const { message, remedy, ...weight }: CellRuleText = CELL_RULES[rule];
  const severity = (place.essential === true ? weight.essential : undefined) ?? weight.severity;
  const words = { header: short(place.header), value: short(place.value), sheet: place.sheet, ...params };
  const { sheet, row, column, header, value } = place;
  return {
    sheet,
    row,
    column,
    header,
    value,
    rule,
    severity,
    message: fill(message, words),
    remedy: fill(remedy, words),
  };
}

function fill({ es, en }: Bilingual, words: FaultParams): Bilingual {
  return { es: fillText(es, words), en: fillText(en, words) };
}

function fillText(text: string, words: FaultParams): string {
  return text.replaceAll(/\{(\w+)\}/g, (braces, name: string) => String(words[name] ?? braces));
}

const LONGEST = 80;

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;
}
