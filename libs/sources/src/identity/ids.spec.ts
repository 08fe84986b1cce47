import { isNationalNumber } from './is-national-number.js';
import { normaliseNumber } from './normalise-number.js';
import { ocidOf } from './ocid-of.js';
import { releaseIdOf } from './release-id-of.js';

describe('normaliseNumber', () => {
  it.each([
    ['SFIN/03/0007-00/2017', 'SFIN-03-0007-00-2017'],
    ['LPL289/2019', 'LPL289-2019'],
    ['LPL 38/2014', 'LPL-38-2014'],
    ['LPLSC-07/2022 (1RA. VUELTA)', 'LPLSC-07-2022-1RA-VUELTA'],
    ['PLEJ/LXIII/056/2023', 'PLEJ-LXIII-056-2023'],
    ['DOPI_021_2024', 'DOPI-021-2024'],
    ['css – 850 – 2024.', 'CSS-850-2024'],
    ["'AA-50-GYR-050GYR006-N-7-2026", 'AA-50-GYR-050GYR006-N-7-2026'],
    ['Adquisición Ñ 1', 'ADQUISICION-N-1'],
    ['---', ''],
  ])('of %s makes %s', (raw, number) => {
    expect(normaliseNumber(raw)).toBe(number);
  });

  it('leaves what it made', () => {
    expect(normaliseNumber('LPLSC-07-2022-1RA-VUELTA')).toBe('LPLSC-07-2022-1RA-VUELTA');
  });
});

describe('ocidOf', () => {
  it.each([
    ['SFIN/03/0007-00/2017', 'ocds-xs1qbl-SFIN-03-0007-00-2017'],
    ['02/0070-00/2017', 'ocds-xs1qbl-02-0070-00-2017'],
    ['SSEG/16/0252-00/2017', 'ocds-xs1qbl-SSEG-16-0252-00-2017'],
  ])('of %s makes what the platform of 2017 made', (raw, ocid) => {
    expect(ocidOf('ocds-xs1qbl', normaliseNumber(raw))).toBe(ocid);
  });

  it.each([
    ['LO-009J3F001-N3-2015', true],
    ['LA-12-NDE-012NDE001-N-40-2026', true],
    ['PC-2026-00000192', true],
    ['LPL-289-2019', false],
    ['SSEG-16-0252-00-2017', false],
    ['CSS-850-2024', false],
  ])('knows the numbers that no two bodies have: %s', (number, isNational) => {
    expect(isNationalNumber(number)).toBe(isNational);
  });

  it('tells bodies with like numbers apart where told', () => {
    expect(ocidOf('ocds-xs1qbl', 'LPL-1-2024', 'DIF')).toBe('ocds-xs1qbl-DIF_LPL-1-2024');
  });
});

describe('releaseIdOf', () => {
  it('is made of ocid, date and content', () => {
    expect(releaseIdOf('ocds-xs1qbl-A-1', '0123456789abcdef', '2025-03-15T09:30:00-06:00')).toBe(
      'ocds-xs1qbl-A-1-20250315T093000-0123456789ab',
    );
  });
});
