import { labelOf } from '../../model/enumerations.js';
import type { LaneEntry, Lanes, Measurement } from '../../rules/lanes.js';
import type { Block, Text } from '../report-document.js';
import { dateWords, dayWords, missing, sourceRun, strong } from '../words.js';

/** «Declarado en el informe 2017, sin evidencia en esta plataforma». */
const LEGACY = 'Declarado en el informe 2017, sin evidencia en esta plataforma';

/** What each of the three columns says of a commitment, briefly. */
export function columnTexts({ declared, assessed, measured }: Lanes): readonly [Text, Text, Text] {
  return [
    declared.declaration ? briefly(declared.declaration) : [{ text: labelOf('completion', declared.derived).es }],
    assessed.length === 0
      ? [missing('no_reportado')]
      : joined(assessed.map((one) => [{ text: `${labelOf('lane', one.lane).es}: ` }, ...briefly(one)])),
    measuredText(measured),
  ];
}

/** The lanes of a commitment with who speaks in each, and the discrepancies between them. */
export function laneBlocks(lanes: Lanes): readonly Block[] {
  const { declared, assessed, measured, discrepancies } = lanes;
  const entries = [...(declared.declaration ? [declared.declaration] : []), ...assessed];
  const rows: (readonly Text[])[] = [
    ...entries.map(entryRow),
    [
      [{ text: 'Derivado de las metas' }],
      [{ text: labelOf('completion', declared.derived).es }],
      [{ text: 'Esta plataforma, por regla' }],
    ],
    [[{ text: 'Medición' }], measuredText(measured), [{ text: measured ? dayWords(measured.on) : '' }]],
  ];
  const table: Block = { kind: 'table', caption: 'Carriles', head: ['Carril', 'Qué dice', 'Quién y cuándo'], rows };
  return [
    table,
    ...discrepancies.map((one): Block => ({
      kind: 'warning',
      text: [strong('Discrepancia. '), { text: discrepancyWords(one) }],
    })),
  ];
}

function briefly({ stage, completion, legacy, assessment }: LaneEntry): Text {
  if (completion === undefined) return [missing(assessment.nulls['completion'] ?? 'pendiente')];
  const said = labelOf('completion', completion).es;
  if (legacy) return [{ text: `${said}. ${LEGACY}` }];
  return [{ text: stage === 'final' ? said : `${said} (${labelOf('assessmentStage', stage).es.toLowerCase()})` }];
}

function entryRow(entry: LaneEntry): readonly Text[] {
  const { lane, assessor, assessment } = entry;
  const quote = assessment.narrative === undefined ? [] : [{ text: `. En sus palabras: «${assessment.narrative}»` }];
  const when = assessment.publishedOn ? `, ${dateWords(assessment.publishedOn)}` : '';
  return [
    [{ text: labelOf('lane', lane).es }],
    [...briefly(entry), ...quote],
    [{ text: `${assessor}${when}` }, sourceRun(assessment.from)],
  ];
}

function measuredText(measured: Measurement | undefined): Text {
  if (!measured) return [{ text: 'Sin medición en esta versión', style: 'missing' }];
  if (measured.completion === undefined) return [{ text: 'Medido, sin meta fijada' }];
  return [{ text: labelOf('completion', measured.completion).es }, ...ruledRuns(measured)];
}

/** «; meta fijada por la sesión …: alcanza (C7-01 …: 1,243 procesos; al menos 300 procesos)». */
function ruledRuns({ metas = [] }: Measurement): Text {
  return metas.flatMap(({ outcome, rule }) => {
    if (outcome === undefined || !rule) return [];
    const verdict = labelOf('ruleOutcome', outcome).es.toLowerCase();
    const { sessionName, label, value, threshold } = rule;
    return [{ text: `; meta fijada en sesión (${sessionName}): ${verdict} (${label}: ${value}; ${threshold})` }];
  });
}

function joined(texts: readonly Text[]): Text {
  return texts.flatMap((text, index) => (index === 0 ? text : [{ text: '; ' }, ...text]));
}

function discrepancyWords({ between, levels }: Lanes['discrepancies'][number]): string {
  const [first, second] = between.map((name) =>
    name === 'derivado' ? 'lo que se deriva de las metas' : labelOf('lane', name).es.toLowerCase(),
  );
  return `Entre ${first} y ${second} hay ${levels === 1 ? 'un grado' : `${levels} grados`} de diferencia.`;
}
