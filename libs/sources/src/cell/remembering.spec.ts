import { remembering } from './remembering.js';

function counted() {
  const read: string[] = [];
  const reading = remembering((text) => {
    read.push(text);
    return { value: text.toUpperCase() };
  });
  return { read, reading };
}

describe('remembering a reading', () => {
  it('reads a text once, and gives the same again', () => {
    const { read, reading } = counted();
    expect(reading('obra').value).toBe('OBRA');
    expect(reading('obra')).toBe(reading('obra'));
    expect(read).toEqual(['obra']);
  });

  it('keeps nothing of a column whose texts do not come again', () => {
    const { read, reading } = counted();
    for (let n = 0; n < 10_000; n++) reading(String(n));
    reading('0');
    reading('9999');
    expect(read.slice(-2)).toEqual(['0', '9999']);
  });
});
