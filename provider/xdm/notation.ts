import { merged, type Field } from "./field";

/**
 * Facts by the part of an id after `https://ns.adobe.com/xdm/`, or by the whole id. A fact is a list of words:
 * `name` is a string field, `name!` a required field, `name:int` a field with a type. The types are the scalars below,
 * `=one|two` for an enumeration, `@context/person` for the fields of that resource, `(...)` for an object with its own
 * fields, and any of these followed by `[]` (a list) or `{}` (a map). `...context/identitymap` includes all fields of that
 * resource, `...any` means that there are other fields, and `!name` makes an included field required.
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

/** The object that a fact describes. `fieldsOf` returns the fields of other facts. */
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

  /** `(...)`, with `[]` or `{}` directly after it. */
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
