import { isJsonObject, type Json, type JsonObject, nameItems, placeOf, pointerOf, type Step } from '#ocds';

/** The value at a place; undefined where there is none, null included. */
export function valueAt(release: JsonObject, steps: readonly Step[]): Json | undefined {
  let value: Json | undefined = release;
  for (const [at, step] of steps.entries()) {
    value = typeof step === 'string' ? memberOf(value, step) : itemOf(value, step, steps.slice(0, at));
  }
  return value ?? undefined;
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function itemOf(value: Json | undefined, step: Step, listSteps: readonly Step[]): Json | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = nameItems(value.filter(isJsonObject), placeOf(listSteps).field?.identity ?? 'id');
  return items.find(({ key }) => key === pointerOf([step]))?.item;
}
