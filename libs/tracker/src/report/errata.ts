import { figuresById } from './build-report.js';
import {
  type Block,
  plainText,
  type ReportDocument,
  type ReportFigure,
  type ReportSection,
} from './report-document.js';

/** A difference between an issued report and the same report today. */
export interface Erratum {
  /** Title of the section, or label of the figure. */
  readonly place: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The «fe de erratas» of an issued report: every figure and every passage that is no longer the same. What is measured
 * anew is no erratum.
 *
 * @param today told as measured on the day of the issued one
 */
export function errataOf(issued: ReportDocument, today: ReportDocument): readonly Erratum[] {
  if (issued.hash === today.hash) return [];
  return [...figureErrata(issued, today), ...passageErrata(issued, today)];
}

/** The errata as the section that goes before the others of a report issued again. */
export function errataSection(errata: readonly Erratum[], issuedHash: string): ReportSection {
  const rows = errata.map(({ place, before, after }) =>
    [place, before ?? 'No estaba', after ?? 'Se quitó'].map((text) => [{ text }]),
  );
  const intro = `Diferencias con la versión emitida ${issuedHash.slice(0, 12)}.`;
  return {
    id: 'fe-de-erratas',
    title: 'Fe de erratas',
    level: 1,
    inSource: false,
    blocks: [
      { kind: 'paragraph', text: [{ text: intro }] },
      { kind: 'table', caption: 'Fe de erratas', head: ['Dónde', 'Decía', 'Dice'], rows },
    ],
  };
}

function figureErrata(issued: ReportDocument, today: ReportDocument): readonly Erratum[] {
  const [before, after] = [figuresById(issued), figuresById(today)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const [old, now] = [before.get(id), after.get(id)];
    const [said, says] = [figureWords(old), figureWords(now)];
    return said === says ? [] : [{ place: (now ?? old)!.label, before: said, after: says }];
  });
}

function figureWords(figure: ReportFigure | undefined): string | null {
  if (!figure) return null;
  return figure.value === null
    ? (figure.reason ?? null)
    : `${figure.qualifier === 'at_least' ? 'al menos ' : ''}${figure.value}`;
}

/** Told by the figures themselves; measured anew each day. */
const APART: ReadonlySet<string> = new Set(['cifras', 'medicion']);

function passageErrata(issued: ReportDocument, today: ReportDocument): readonly Erratum[] {
  const before = passagesBySection(issued);
  const after = passagesBySection(today);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((title) => {
    const [old, now] = [before.get(title) ?? [], after.get(title) ?? []];
    const gone = old.filter((text) => !now.includes(text));
    const come = now.filter((text) => !old.includes(text));
    const count = Math.max(gone.length, come.length);
    return Array.from({ length: count }, (_, at) => ({
      place: title,
      before: gone[at] ?? null,
      after: come[at] ?? null,
    }));
  });
}

function passagesBySection({ sections }: ReportDocument): ReadonlyMap<string, readonly string[]> {
  const told = sections.filter(({ id }) => !APART.has(id));
  return new Map(told.map(({ title, blocks }) => [title, blocks.flatMap(passagesOf)]));
}

function passagesOf(block: Block): readonly string[] {
  if (block.kind === 'list') return block.items.map(plainText);
  if (block.kind === 'table') return block.rows.map((cells) => cells.map(plainText).join(' | '));
  return [plainText(block.text)];
}
