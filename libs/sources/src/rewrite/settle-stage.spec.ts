import type { JsonObject } from '#ocds';
import type { RewriteChange } from './rewrite-change.js';
import { settleStage } from './settle-stage.js';

const RULE = {
  names: ['Planeación', 'Licitación', 'Adjudicación', 'Contrato', 'Implementación'],
  says: 'Según el origen: «{label}». {description}',
};
const PAYMENT = { implementation: { transactions: [{ id: '1' }] } };

function labelled(currentStage: string, content: JsonObject): JsonObject {
  return { additionalProcessInformation: { stageDescription: { currentStage, stageNumber: 4 } }, ...content };
}

describe('settleStage', () => {
  it('goes by the data where they have gone past the label, which stays to be read', () => {
    const changes: RewriteChange[] = [];
    const release = labelled('Contrato', { contracts: [{ id: '1', ...PAYMENT }] });
    expect(settleStage(release, RULE, (change) => changes.push(change)).additionalProcessInformation).toEqual({
      stageDescription: { currentStage: 'Implementación', description: 'Según el origen: «Contrato».', stageNumber: 5 },
    });
    expect(changes.map(({ message }) => message.es)).toEqual([
      'El origen lo da en la etapa «Contrato», pero ya hay datos de «Implementación».',
    ]);
  });

  it.each([
    ['agrees with the data', labelled('Contrato', { contracts: [{ id: '1' }] })],
    ['is ahead of them, as in a release of one stage', labelled('Implementación', { planning: { rationale: 'x' } })],
    ['is not one of the five', labelled('Otra', { contracts: [{ id: '1', ...PAYMENT }] })],
    ['is not there', { contracts: [{ id: '1', ...PAYMENT }] }],
  ])('leaves a label that %s', (_, release) => {
    expect(settleStage(release, RULE, () => {})).toBe(release);
  });
});
