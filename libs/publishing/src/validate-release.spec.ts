import { releaseValidator } from './validate-release.js';

it('knows the clarification meetings of a release whose package declares no extension', () => {
  const release = {
    ocid: 'ocds-000000-1',
    id: '1',
    date: '2026-01-01T00:00:00Z',
    tag: ['tender'],
    initiationType: 'tender',
    tender: { id: 'LPL-1', clarificationMeetings: [{ id: '1', date: '2026-01-02T00:00:00Z' }], meetings: [] },
  };
  const paths = releaseValidator()(release).groups.map(({ path }) => path);
  expect(paths).toContain('tender/meetings');
  expect(paths).not.toContain('tender/clarificationMeetings');
});
