import fc from 'fast-check';
import { replaceMember } from './replace-member.js';

const TAGS = '["tender"]';

describe('replaceMember', () => {
  it('replaces the value and leaves every other character as it was', () => {
    const text = '{ "a" : 8100.0,\n  "tag" : [ "compiled" ] , "n": 12345678901234567890 }';
    expect(replaceMember(text, 'tag', TAGS)).toBe(
      '{ "a" : 8100.0,\n  "tag" : ["tender"] , "n": 12345678901234567890 }',
    );
  });

  it('does not mistake members further in, or text, for the member', () => {
    const text = '{"x":{"tag":1},"y":["tag",{"tag":2}],"z":"\\"tag\\":3,","tag":"compiled"}';
    expect(replaceMember(text, 'tag', TAGS)).toBe(text.replace('"compiled"', TAGS));
  });

  it('knows the member by any spelling of its name', () => {
    expect(replaceMember('{"t\\u0061g":null,"b":1}', 'tag', TAGS)).toBe('{"t\\u0061g":["tender"],"b":1}');
  });

  it('replaces the last of two, which is the one that is read', () => {
    expect(replaceMember('{"tag":1,"tag":2}', 'tag', TAGS)).toBe('{"tag":1,"tag":["tender"]}');
  });

  it('adds the member where it is missing', () => {
    expect(replaceMember('{"a":1}', 'tag', TAGS)).toBe('{"tag":["tender"],"a":1}');
    expect(replaceMember('{ }', 'tag', TAGS)).toBe('{"tag":["tender"] }');
  });

  it('does as assigning the member does, for any object', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('tag', 'a', 'b', '"', '\\'), fc.jsonValue()),
        fc.boolean(),
        (object, wide) => {
          const replaced = replaceMember(JSON.stringify(object, null, wide ? 2 : 0), 'tag', TAGS);
          expect(JSON.parse(replaced)).toEqual({ ...object, tag: ['tender'] });
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
