import { describeDecisions } from './ingest.js';

const said = (report: Parameters<typeof describeDecisions>[0]) => describeDecisions(report).filter(Boolean);

describe('what c7 ingest says of decisions that stand against a file', () => {
  it('counts the processes that are withdrawn, and what became of corrections', () => {
    expect(said({ withdrawn: ['a'], corrections: { kept: 2, overtaken: 1 } })).toEqual([
      '1 proceso retirado que sigue en espera',
      '2 valores corregidos que se conservan',
      '1 corrección por revisar: el archivo dice otra cosa',
    ]);
  });

  it('says nothing where there is nothing', () => {
    expect(said({ withdrawn: [], corrections: { kept: 0, overtaken: 0 } })).toEqual([]);
    expect(said({})).toEqual([]);
  });
});
