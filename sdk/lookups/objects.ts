import type { Session } from "../../provider/api/session";
import { listObjects, type Observed, observe, type View } from "../../provider/lifecycle/observe";
import { begin } from "../../provider/lifecycle/operation";
import { dataset } from "../../provider/resources/dataset";
import type { AnyDefinition } from "../../provider/resources/definition";
import { mappingSet } from "../../provider/resources/mappingSet";
import { readVersion } from "../../provider/resources/mappingSet/newestVersion";
import type { Override } from "../../provider/resources/override";
import { schema } from "../../provider/resources/schema";
import { collection, fullAccept, shortAccept } from "../../provider/resources/shared/schemaRegistry";
import type { JsonObject } from "../../provider/values/propertyPath";

export type { Observed } from "../../provider/lifecycle/observe";

/**
 * Reads objects that programs can also declare, in the same way as their resources. Undefined: the sandbox has no such object.
 * This file loads zod, so look-ups load it only when they need it.
 */
export class ObjectReader {
  constructor(
    private readonly session: Session,
    private readonly sandbox: string,
  ) {}

  dataset(id: string): Promise<Observed | undefined> {
    return this.read(dataset, id);
  }

  /** Ids and names of the datasets that a query of Catalog finds. */
  datasets(query: Record<string, string>): Promise<JsonObject[]> {
    const search = new URLSearchParams({ limit: "100", properties: "name", ...query });
    const [path] = dataset.find.list.split("?");
    return this.list(dataset, { path: `${path}?${search.toString()}` });
  }

  /** The newest version of a mapping set, or the given one. */
  mappingSet(id: string, version?: number): Promise<Observed | undefined> {
    if (version === undefined) return this.read(mappingSet, id);
    const override: Override = {
      ...mappingSet.override,
      read: (get) => readVersion(get, id, version),
    };
    return this.read({ ...mappingSet, override }, id);
  }

  /** Schemas of the tenant and of Adobe are in two containers, and an id does not always show in which. */
  async schema(id: string, full: boolean): Promise<Observed | undefined> {
    const definition: AnyDefinition = full ? { ...schema, accept: fullAccept } : schema;
    const own = await this.read(definition, id);
    return own ?? this.read({ ...definition, ...collection("schemas", "global") }, id);
  }

  /** Ids and titles of the schemas of the tenant. */
  schemas(): Promise<JsonObject[]> {
    return this.list(schema, { accept: shortAccept });
  }

  private read(definition: AnyDefinition, id: string): Promise<Observed | undefined> {
    return observe(begin(definition, this.session, { sandbox: this.sandbox }), id, {});
  }

  private async list(definition: AnyDefinition, view: View): Promise<JsonObject[]> {
    const all: JsonObject[] = [];
    const operation = begin(definition, this.session, { sandbox: this.sandbox });
    for await (const page of listObjects(operation, view))
      all.push(...page.map(([id, raw]) => ({ ...raw, id })));
    return all;
  }
}
