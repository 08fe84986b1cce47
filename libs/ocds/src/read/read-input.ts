import { OPEN_ARRAY, OPEN_OBJECT } from './json-bytes.js';
import { readContainer, readPackage } from './read-container.js';
import { readList } from './read-list.js';
import type { Reading, Steps } from './reading.js';
import { END, peekByte } from './tokens.js';
import { UnreadableInputError } from './unreadable-input-error.js';

/** Reads an input to its end: one JSON text, or several one after another, as in JSON Lines. */
export function* readInput(reading: Reading): Steps {
  const { facts } = reading.log;
  for (let byte = yield* peekByte(reading); byte !== END; byte = yield* peekByte(reading)) {
    facts.documents++;
    yield* readDocument(reading, byte, facts.documents === 1 ? '' : `#${facts.documents}`);
  }
  checkSomethingWasRead(reading);
}

function* readDocument(reading: Reading, byte: number, pointer: string): Steps {
  const { facts } = reading.log;
  if (byte === OPEN_OBJECT) yield* readContainer(reading, 'document', pointer);
  else if (byte === OPEN_ARRAY) {
    facts.isArray = true;
    yield* readList(reading, pointer, readPackage);
  } else
    throw new UnreadableInputError(facts.documents === 1 ? 'not-json' : 'trailing-content', reading.window.place());
}

function checkSomethingWasRead({ log, window }: Reading): void {
  if (log.facts.documents === 0) throw new UnreadableInputError('empty');
  if (!log.sawOcds) throw new UnreadableInputError('not-ocds');
  if (log.releases === 0) log.note('no-releases', '', { ...window.place(), offset: 0, line: 1 });
}
