/** The models that come with Bifocal, unpacked when first asked for. docs/reference/models says what they were learned from. */
import type { Model } from './model.ts';
import { type PackedModel, unpack } from './packed.ts';
import { KINDS } from './weights/kinds.ts';
import { MOOD } from './weights/mood.ts';
import { REQUIREMENT } from './weights/requirement.ts';
import { ROLES } from './weights/roles.ts';
import { TRACKER } from './weights/tracker.ts';

const PACKED = { kinds: KINDS, mood: MOOD, requirement: REQUIREMENT, roles: ROLES, tracker: TRACKER } satisfies Record<
  string,
  PackedModel
>;

export type Shipped = keyof typeof PACKED;

const unpacked = new Map<Shipped, Model>();

export function shippedModel(name: Shipped): Model {
  const known = unpacked.get(name);
  if (known !== undefined) return known;
  const model = unpack(PACKED[name]);
  unpacked.set(name, model);
  return model;
}
