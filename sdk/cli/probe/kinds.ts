import { path } from "../../../provider/api/path";
import { nextPage } from "../../../provider/api/paging";
import { get, isObject } from "../../../provider/values/propertyPath";

/** The kinds of objects that the probe makes, in the order in which they are deleted. */
export type Kind = keyof typeof kinds;

export interface KindFacts {
  title: string;
  /** Of the collection, below `/data/foundation`. */
  path: string;
  /** The id in the response to a create. */
  id: (body: unknown) => unknown;
  /** The first page of the list that is searched for objects of broken runs, the newest or the matching ones first. */
  list?: { path: string; accept?: string; items: (body: unknown) => Listed[]; next?: typeof nextPage };
  /** The object has states, and may exist for some time after its deletion. */
  hasStates?: true;
}

export interface Listed {
  id: string;
  name: string;
}

/** Every object that the probe makes has a name that begins with this. */
export const namePrefix = "pulumi-aep-probe-";

function flowService(title: string, collection: string): KindFacts {
  return {
    title,
    path: `/flowservice/${collection}`,
    id: (body) => get(body, ["id"]),
    list: {
      path: `/flowservice/${collection}?limit=100&orderby=-createdAt`,
      items: (body) => listed(get(body, ["items"]), "id", "name"),
      next: nextPage,
    },
    hasStates: true,
  };
}

function registry(title: string, collection: string): KindFacts {
  const filter = encodeURIComponent(`title~^${namePrefix}`);
  return {
    title,
    path: `/schemaregistry/tenant/${collection}`,
    id: (body) => get(body, ["$id"]),
    list: {
      path: `/schemaregistry/tenant/${collection}?orderby=title&limit=100&property=${filter}`,
      accept: "application/vnd.adobe.xed-id+json",
      items: (body) => listed(get(body, ["results"]), "$id", "title"),
    },
  };
}

export const kinds = {
  flows: flowService("dataflow", "flows"),
  sourceConnections: flowService("source connection", "sourceConnections"),
  targetConnections: flowService("target connection", "targetConnections"),
  connections: flowService("base connection", "connections"),
  mappingSets: {
    title: "mapping set",
    path: "/conversion/mappingSets",
    id: (body) => get(body, ["id"]),
    list: {
      path: "/conversion/mappingSets?limit=100&start=0&orderBy=-createdDate",
      items: (body) => listed(get(body, ["data"]), "id", "name"),
    },
  },
  dataSets: {
    title: "dataset",
    path: "/catalog/dataSets",
    id: (body) => (Array.isArray(body) ? String(body[0]).split("/").at(-1) : undefined),
    list: {
      path: "/catalog/dataSets?limit=100&orderBy=desc:created&properties=name",
      items: (body) =>
        isObject(body)
          ? Object.entries(body).map(([id, dataset]) => ({ id, name: String(get(dataset, ["name"])) }))
          : [],
    },
  },
  // Deleted with its schema: there is no list of descriptors to search.
  descriptors: {
    title: "descriptor",
    path: "/schemaregistry/tenant/descriptors",
    id: (body) => get(body, ["@id"]),
  },
  schemas: registry("schema", "schemas"),
  fieldgroups: registry("field group", "fieldgroups"),
} satisfies Record<string, KindFacts>;

export const kindNames = Object.keys(kinds) as Kind[];

export function factsOf(kind: Kind): KindFacts {
  return kinds[kind];
}

function listed(items: unknown, id: string, name: string): Listed[] {
  if (!Array.isArray(items)) return [];
  return items.filter(isObject).map((item) => ({ id: String(item[id]), name: String(item[name]) }));
}

/** Throws if the id is empty: the path would name the collection. */
export function pathOf(kind: Kind, id: string): string {
  return factsOf(kind).path + path`/${id}`;
}

/** States in which Flow Service still works on an object (Adobe: Flow Service OpenAPI file, samples of the tutorials). */
const transitional = new Set([
  "initializing",
  "inProgress",
  "pending",
  "updating",
  "enabling",
  "disabling",
  "enabled-finalizing",
  "delete-finalizing",
]);

export function isTransitional(state: unknown): boolean {
  return typeof state === "string" && transitional.has(state);
}
