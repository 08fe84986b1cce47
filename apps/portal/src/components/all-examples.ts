import { amountExamples } from './amount.examples.js';
import { deskExamples, fieldExamples } from '../desk/components/desk.examples.js';
import type { Examples } from './examples.js';
import { noticeExamples, resultRowExamples, searchExamples } from './lists.examples.js';
import { changeExamples, chartExamples, figureExamples, headExamples, lookingExamples } from './reading.examples.js';
import { standingExamples } from './party.examples.js';
import {
  dealExamples,
  moneyExamples,
  partyExamples,
  sourceExamples,
  tableExamples,
  timelineExamples,
} from './process.examples.js';

/** Every component with its cases, by name. */
export const allExamples: Readonly<Record<string, Examples>> = {
  Amount: amountExamples,
  'Result row': resultRowExamples,
  Search: searchExamples,
  Notice: noticeExamples,
  Timeline: timelineExamples,
  'Money by stage': moneyExamples,
  Parties: partyExamples,
  'Awards and contracts': dealExamples,
  Tables: tableExamples,
  Sources: sourceExamples,
  'Register and lists': standingExamples,
  'Citing a process': headExamples,
  'What changed': changeExamples,
  Charts: chartExamples,
  Figures: figureExamples,
  'Looking elsewhere': lookingExamples,
  'Form fields': fieldExamples,
  'Pieces of the desk': deskExamples,
};
