import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { checkRepeats } from './check-repeats.js';
import { pointerSegment } from './pointer-segment.js';
import type { Field } from './schema-field.js';
import { itemSpot, memberSpot, namedSpot, reportAt, type Spot } from './spot.js';
import { checkUnknownField } from './unknown-field.js';

/** Deeper data is refused: no OCDS field lies below 10, and later steps may recurse. It also bounds this walk's stack. */
const DEEPEST = 64;

/**
 * One linear pass over a document for what its JSON Schema does not say: fields it does not know, deprecated fields,
 * codes outside open lists, repeated and missing ids, empty values.
 */
export function walkFields(document: Json, root: Spot): void {
  if (isJsonObject(document) && Object.keys(document).length > 0) visitObject(document, root);
}

function visitObject(object: JsonObject, spot: Spot): void {
  if (spot.depth > DEEPEST) return reportAt(spot, 'too-deep');
  const names = Object.keys(object);
  if (names.length === 0) return reportEmpty(object, spot);
  const members = spot.field?.members();
  for (const name of names) {
    const field = members?.get(name);
    const value = object[name] ?? null;
    if (field === undefined) visitUnknown(name, value, spot);
    else if (typeof value === 'string') visitText(value, field, spot);
    else if (typeof value === 'object' || field.deprecated) visitKnown(value, field, spot);
  }
}

/** Text that is in order is the commonest value by far: nothing is built for it. */
function visitText(text: string, field: Field, parent: Spot): void {
  const blank = isBlank(text);
  const unlisted = !blank && field.openCodes?.has(text) === false;
  if (!blank && !unlisted && !field.deprecated) return;
  const spot = memberSpot(parent, field.name, field);
  if (field.deprecated) reportAt(spot, 'deprecated-field', text);
  if (blank) reportEmpty(text, spot);
  if (unlisted) reportAt(spot, 'code-not-in-open-list', text);
}

function visitKnown(value: Json, field: Field, parent: Spot): void {
  const spot = memberSpot(parent, field.name, field);
  if (field.deprecated) reportAt(spot, 'deprecated-field', value);
  visitContainer(value, spot);
}

function visitUnknown(name: string, value: Json, parent: Spot): void {
  if (parent.field === undefined && typeof value !== 'object' && !isBlank(value)) return;
  const spot = memberSpot(parent, pointerSegment(name), undefined);
  if (parent.field !== undefined) checkUnknownField(name, value, parent.field, spot);
  if (isBlank(value)) reportEmpty(value, spot);
  visitContainer(value, spot);
}

function visitContainer(value: Json, spot: Spot): void {
  if (Array.isArray(value)) visitList(value, spot);
  else if (isJsonObject(value)) visitObject(value, spot);
}

function visitList(items: readonly Json[], spot: Spot): void {
  if (spot.depth > DEEPEST) return reportAt(spot, 'too-deep');
  if (items.length === 0) return reportEmpty(items, spot);
  if (spot.field !== undefined) checkRepeats(items, spot.field, spot);
  for (const [index, item] of items.entries()) {
    if (typeof item === 'string') visitTextItem(item, index, spot);
    else if (typeof item === 'object' && item !== null) visitItem(item, itemSpot(spot, index));
  }
}

/** A list where an item should be is of a wrong type, so the schema does not describe what is in it. */
function visitItem(item: Json, spot: Spot): void {
  if (Array.isArray(item)) return visitList(item, { ...spot, field: undefined });
  if (spot.field?.itemsNeedId && isJsonObject(item) && (item.id ?? null) === null) {
    reportAt(namedSpot(spot, 'id'), 'missing-id');
  }
  visitContainer(item, spot);
}

function visitTextItem(text: string, index: number, list: Spot): void {
  if (isBlank(text)) reportEmpty(text, itemSpot(list, index));
  else if (list.field?.openCodes?.has(text) === false) reportAt(itemSpot(list, index), 'code-not-in-open-list', text);
}

function reportEmpty(value: Json, spot: Spot): void {
  if (!isRefusedBySchema(value, spot.field)) reportAt(spot, 'empty-field', value);
}

/** What the schema refuses is reported once, by the schema. */
function isRefusedBySchema(value: Json, field: Field | undefined): boolean {
  if (field === undefined) return false;
  if (typeof value === 'string') return value === '' ? field.refuses.emptyText : field.refuses.blank;
  return Array.isArray(value) ? field.refuses.emptyList : field.refuses.emptyObject;
}

/** The first character settles nearly every case without reading on. */
function isBlank(value: Json): boolean {
  if (typeof value !== 'string') return false;
  const first = value.charCodeAt(0);
  return first > 32 && first < 128 ? false : value.trim() === '';
}
