import { Reference, SecretValue, type ProgramInputs, type ProgramValue } from "../wire/program";
import type { Places, Use } from "./kind";

type Key = string | number;

/** The keys of a place such as `mappings[0].source`. A name never contains a dot or a bracket. */
function keysOf(place: string): Key[] {
  return [...place.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) =>
    index === undefined ? name! : Number(index),
  );
}

/** The args with the values set at their places. */
export function put(args: ProgramInputs, places: Places, use: Use): ProgramInputs {
  return Object.entries(places).reduce((changed, [place, value]) => {
    const resolved = typeof value === "function" ? value(use) : value;
    return setAt(changed, keysOf(place), resolved) as ProgramInputs;
  }, args);
}

function setAt(value: ProgramValue, [key, ...rest]: readonly Key[], to: ProgramValue): ProgramValue {
  if (key === undefined) return to;
  if (typeof key === "number") {
    const list = Array.isArray(value) ? [...(value as ProgramValue[])] : [];
    const next = setAt(list[key], rest, to);
    return next === undefined ? list.toSpliced(key, 1) : list.toSpliced(key, 1, next);
  }
  const object = isTree(value) ? value : {};
  return { ...object, [key]: setAt(object[key], rest, to) };
}

export function isTree(value: ProgramValue): value is { readonly [key: string]: ProgramValue } {
  const isLeaf = value instanceof Reference || value instanceof SecretValue || Array.isArray(value);
  return typeof value === "object" && value !== null && !isLeaf;
}
