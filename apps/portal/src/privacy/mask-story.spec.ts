import { maskStory } from './mask-story.js';

const words = { rfc: '[RFC]', curp: '[CURP]', email: '[correo]' };

describe('masking a whole story', () => {
  it('reaches every text and keeps the shape', () => {
    const story = { title: 'A PEGJ800101AB1', lines: [{ name: 'x', n: 1, none: null, missing: undefined }] };
    expect(maskStory(story, words)).toEqual({ title: 'A [RFC]', lines: [{ name: 'x', n: 1, none: null }] });
  });

  it('leaves out an address that carries a personal identifier', () => {
    const story = { documents: [{ url: 'https://x.example/PEGJ800101AB1.pdf' }, { url: 'https://x.example/1.pdf' }] };
    expect(maskStory(story, words)).toEqual({ documents: [{ url: undefined }, { url: 'https://x.example/1.pdf' }] });
  });

  it('leaves public numbers alone', () => {
    expect(maskStory({ localNumber: 'DOPI-210101-001' }, words)).toEqual({ localNumber: 'DOPI-210101-001' });
  });
});
