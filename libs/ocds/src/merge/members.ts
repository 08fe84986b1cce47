import type { Json, JsonObject } from '../json.js';

/** The object's own member. Data may name a member `constructor` or `__proto__`; what is inherited is not data. */
export function member(object: JsonObject, name: string): Json | undefined {
  const value = object[name];
  if (typeof value !== 'function' && name !== '__proto__') return value;
  return Object.hasOwn(object, name) ? value : undefined;
}

/** A copy that may be written to. Spreading keeps an own `__proto__` an ordinary member. */
export type Draft = { [name: string]: Json | undefined };

/** Sets a member, or removes it when there is no value; `__proto__` never becomes the prototype. */
export function setMember(draft: Draft, name: string, value: Json | undefined): void {
  if (value === undefined) delete draft[name];
  else if (name === '__proto__') Object.defineProperty(draft, name, { value, ...plain });
  else draft[name] = value;
}

const plain = { enumerable: true, configurable: true, writable: true };
