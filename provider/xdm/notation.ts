import { merged, type Field } from "./field";

/**
 * Facts by what follows `https://ns.adobe.com/xdm/` in an id (or by the whole id). A fact is a list of words:
 * `name` is a string field, `name!` a required one, `name:int` one of a type. Types are the scalars below,
 * `=one|two` for an enumeration, `@context/person` for that resource's fields, `(...)` for an object with fields of
 * its own, and any of these with `[]` (a list of them) or `{}` (a map of them) behind.
 * `...context/identitymap` takes in all fields of that resource, `...any` says that there are others,
 * `!name` that a field taken in is required.
 */
export type XdmFacts = Readonly<Record<string, string>>;

const scalars: Readonly<Record<string, Field>> = {
  "": { type: "string" },
  int: { type: "integer" },
  num: { type: "number" },
  bool: { type: "boolean" },
  date: { type: "string", format: "date" },
  datetime: { type: "string", format: "date-time" },
  object: { type: "object", open: true },
  any: { open: true },
};

/** The object that a fact describes; `fieldsOf` gives the fields of other facts. */
export function objectOf(fact: string, fieldsOf: (key: string) => Field): Field {
  const words = fact.match(/[()]|[^\s()]+/g) ?? [];
  return new Reader(words, fieldsOf).object();
}

class Reader {
  private at = 0;

  constructor(
    private readonly words: readonly string[],
    private readonly fieldsOf: (key: string) => Field,
  ) {}

  object(): Field {
    const properties: Record<string, Field> = {};
    const required: string[] = [];
    let whole: Field = { type: "object", properties, required };
    for (let word = this.words[this.at++]; word !== undefined && word !== ")"; word = this.words[this.at++]) {
      if (word === "...any") whole = { ...whole, open: true };
      else if (word.startsWith("...")) whole = merged(whole, this.fieldsOf(word.slice(3)));
      else if (word.startsWith("!")) whole = merged(whole, { type: "object", required: [word.slice(1)] });
      else {
        const [, name = "", must, type = ""] = /^([^:!]+)(!?)(?::(.*))?$/.exec(word) ?? [];
        const field = this.words[this.at] === "(" && type === "" ? this.nested() : this.typed(type);
        whole = merged(whole, {
          type: "object",
          properties: { [name]: field },
          ...(must === "!" ? { required: [name] } : {}),
        });
      }
    }
    return whole;
  }

  /** `(...)` with what follows it directly, such as `[]`. */
  private nested(): Field {
    this.at += 1;
    const object = this.object();
    const after = this.words[this.at];
    if (after === undefined || !/^(\[\]|\{\})+$/.test(after)) return object;
    this.at += 1;
    return wrapped(object, after);
  }

  private typed(type: string): Field {
    const [, atom = "", layers = ""] = /^(.*?)((?:\[\]|\{\})*)$/.exec(type) ?? [];
    return wrapped(this.atom(atom), layers);
  }

  private atom(atom: string): Field {
    if (atom.startsWith("@")) return this.fieldsOf(atom.slice(1));
    if (atom.startsWith("=")) return { type: "string", enum: atom.slice(1).split("|") };
    const scalar = scalars[atom];
    if (scalar === undefined)
      throw new Error(`Type ${atom} is not one of ${Object.keys(scalars).join(", ")}.`);
    return scalar;
  }
}

function wrapped(field: Field, layers: string): Field {
  return (layers.match(/\[\]|\{\}/g) ?? []).reduce<Field>(
    (inner, layer) => (layer === "[]" ? { type: "array", items: inner } : { type: "map", values: inner }),
    field,
  );
}
