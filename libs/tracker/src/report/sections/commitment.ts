import { labelOf } from '../../model/enumerations.js';
import type { Commitment, Milestone } from '../../model/commitment.js';
import { delayOf } from '../../rules/delay.js';
import { lanesOf } from '../../rules/lanes.js';
import { metasOf } from '../../rules/metas-of.js';
import type { Block, Text } from '../report-document.js';
import { dateWords, missing, quantityWords, sourceRun, strong } from '../words.js';
import { laneBlocks } from './lane-table.js';
import { field, fieldTable, nameOf, paragraph, remarksOn, type Writing } from '../writing.js';

/** One commitment: objective, what is known of it, metas, lanes, evidence. */
export function commitmentSection(writing: Writing, number: number): readonly Block[] {
  const commitment = writing.plan.commitments.find((one) => one.number === number);
  if (!commitment) return [paragraph(missing('no_aplica'))];
  return [
    paragraph(strong(commitment.title)),
    paragraph(
      strong('Objetivo. '),
      ...field(commitment, 'objective', commitment.objective),
      sourceRun(commitment.from),
    ),
    ...targets(writing, commitment),
    ...metas(writing, commitment),
    ...lanes(writing, commitment),
    facts(writing, commitment),
    ...evidence(writing, commitment),
    ...remarksOn(writing, [commitment.id]),
  ];
}

function targets(writing: Writing, { id, targets: list = [], from }: Commitment): readonly Block[] {
  for (const [index, { quantity, text }] of list.entries()) {
    const { value, qualifier, measure } = quantity;
    const place = from.locator === undefined ? {} : { locator: from.locator };
    writing.figures.push({
      id: `${id}/targets/${index + 1}`,
      label: text,
      section: writing.section,
      value,
      qualifier,
      measure,
      ...place,
    });
  }
  if (list.length === 0) return [];
  const items = list.map(({ quantity, text, ambiguity }): Text => [
    { text: `${text}: ${quantityWords(quantity)}${ambiguity === undefined ? '' : `; ${ambiguity}`}` },
  ]);
  return [paragraph('Cifras que promete el objetivo:'), { kind: 'list', items }];
}

function metas(writing: Writing, commitment: Commitment): readonly Block[] {
  const list = metasOf(writing.plan, commitment.id);
  writing.figures.push({
    id: `${commitment.id}/metas`,
    label: `Compromiso ${commitment.number}: metas`,
    section: writing.section,
    ...(list.length > 0
      ? { value: list.length }
      : { value: null, reason: commitment.nulls['milestones'] ?? 'no_reportado' }),
  });
  if (list.length === 0) return [paragraph(strong('Metas. '), ...field(commitment, 'milestones', undefined), '.')];
  const rows = list.map((one) => metaRow(one, writing.year));
  return [{ kind: 'table', caption: 'Metas', head: ['Meta', 'Estado', 'Fecha comprometida', 'Retraso'], rows }];
}

function metaRow(meta: Milestone, year: number): readonly Text[] {
  const due = meta.currentDue ?? meta.originalDue;
  const delay = delayOf(meta, `${year}-12-31`);
  const days = delay ? `${delay.approximate ? '±' : ''}${delay.sinceOriginal} días` : undefined;
  return [
    [{ text: meta.title }],
    meta.state ? [{ text: labelOf('milestoneState', meta.state).es }] : field(meta, 'state', undefined),
    field(meta, 'originalDue', due && dateWords(due)),
    days === undefined ? field(meta, 'originalDue', undefined) : [{ text: days }],
  ];
}

function lanes(writing: Writing, { id }: Commitment): readonly Block[] {
  return laneBlocks(lanesOf(writing.plan, id, writing.measurements.get(id)));
}

function facts(writing: Writing, commitment: Commitment): Block {
  const { responsible, civilCounterpart, start, originalEnd, metOn, ogpId } = commitment;
  return fieldTable('Lo que se sabe del compromiso', [
    ['Etapa', [{ text: labelOf('commitmentLifecycle', commitment.lifecycle).es }]],
    ['Responsable', field(commitment, 'responsible', responsible && nameOf(writing, responsible))],
    ['Persona responsable', field(commitment, 'responsiblePerson', undefined)],
    [
      'Contraparte de la sociedad civil',
      field(commitment, 'civilCounterpart', civilCounterpart?.map((id) => nameOf(writing, id)).join(', ')),
    ],
    ['Inicio', field(commitment, 'start', start && dateWords(start))],
    ['Término comprometido', field(commitment, 'originalEnd', originalEnd && dateWords(originalEnd))],
    ['Fecha de cumplimiento', field(commitment, 'metOn', metOn && dateWords(metOn))],
    ['Presupuesto', field(commitment, 'budget', undefined)],
    ['Beneficiarios', field(commitment, 'beneficiaries', undefined)],
    ...(ogpId === undefined ? [] : [['Identificador en la OGP', [{ text: ogpId }]] as const]),
  ]);
}

function evidence(writing: Writing, commitment: Commitment): readonly Block[] {
  const ids = new Set([commitment.id, ...metasOf(writing.plan, commitment.id).map(({ id }) => id)]);
  const list = writing.plan.evidence.filter(({ target }) => ids.has(target));
  if (list.length === 0)
    return [
      paragraph(
        strong('Evidencia. '),
        'Ninguna en esta plataforma. En la fuente: ',
        ...field(commitment, 'evidence', undefined),
        '.',
      ),
    ];
  const items = list.map(({ title, proves, url }): Text => [
    { text: `${title}: ${proves}${url === undefined ? '' : `. ${url}`}` },
  ]);
  return [paragraph(strong('Evidencia')), { kind: 'list', items }];
}
