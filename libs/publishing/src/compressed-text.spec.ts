import fc from 'fast-check';
import { compressText, expandText, expandTexts } from './compressed-text.js';

describe('texts that were compressed', () => {
  it('come back as they were, one by one and together, in their order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.json()), async (texts) => {
        const compressed = await Promise.all(texts.map(compressText));
        expect(await Promise.all(compressed.map(expandText))).toEqual(texts);
        expect(await expandTexts(compressed)).toEqual(texts);
      }),
    );
  });

  it('are not parted by what a text says, only between texts', async () => {
    const texts = ['"\u001e"', '{"a":"\\u001e\\n"}'].map((text) => JSON.stringify(text));
    expect(await expandTexts(await Promise.all(texts.map(compressText)))).toEqual(texts);
  });

  it('fail together where one is damaged', async () => {
    const [good, other] = await Promise.all([compressText('1'), compressText('[2]')]);
    await expect(expandTexts([good, other.subarray(0, 12)])).rejects.toThrow('unexpected end of file');
  });
});
