import { at, called, declaredBy, textAt } from "./declared";

/** The args that hold the id of another object, by kind, and the kinds that belong there; `[]` is each item of a list. */
const links: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  SourceConnection: { baseConnectionId: ["BaseConnection"], "data.schema.id": ["Schema"] },
  FieldGroup: { "intendedToExtend[]": ["SchemaClass"] },
  Schema: {
    class: ["SchemaClass"],
    "fieldGroups[]": ["FieldGroup"],
    "allOf[].$ref": ["SchemaClass", "FieldGroup"],
  },
  SchemaDescriptor: { sourceSchema: ["Schema"], destinationSchema: ["Schema"] },
  ProfileEnablement: { schemaId: ["Schema"], primaryIdentity: ["SchemaDescriptor"] },
  Dataset: { "schemaRef.id": ["Schema"] },
  TargetConnection: {
    baseConnectionId: ["BaseConnection"],
    "data.schema.id": ["Schema"],
    "params.dataSetId": ["Dataset"],
  },
  MappingSet: {
    xdmSchema: ["Schema"],
    "outputSchema.schemaRef.id": ["Schema"],
    "inputSchema.schemaRef.id": ["Schema"],
  },
  Dataflow: {
    "sourceConnectionIds[]": ["SourceConnection"],
    "targetConnectionIds[]": ["TargetConnection"],
    "transformations[].params.mappingId": ["MappingSet"],
  },
};

/** What an object of the kind says of others of the program that cannot be: one of another kind, one in another sandbox. */
export function linkProblems(kind: string, args: unknown): string[] {
  return Object.entries(links[kind] ?? {}).flatMap(([pattern, kinds]) =>
    placesOf(args, pattern).flatMap((path) => wrongKind(args, path, kinds) ?? otherSandbox(args, path) ?? []),
  );
}

type Path = readonly (string | number)[];

function placesOf(args: unknown, pattern: string): Path[] {
  const keys = pattern.split(/(\[\])|\./).filter((key) => key !== undefined && key !== "");
  return keys.reduce<Path[]>(
    (paths, key) =>
      paths.flatMap((path) => {
        if (key !== "[]") return [[...path, key]];
        const list = at(args, ...path);
        return Array.isArray(list) ? list.map((_, index) => [...path, index]) : [];
      }),
    [[]],
  );
}

function wrongKind(args: unknown, path: Path, kinds: readonly string[]): string | undefined {
  const linked = declaredBy(at(args, ...path));
  if (linked === undefined || kinds.includes(linked.kind)) return undefined;
  return `${textOf(path)} is the id of ${called(linked)}; pass the id of a ${kinds.join(" or a ")}`;
}

function otherSandbox(args: unknown, path: Path): string | undefined {
  const linked = declaredBy(at(args, ...path));
  const [own, its] = [textAt(args, "sandbox"), textAt(linked?.args, "sandbox")];
  if (linked === undefined || own === undefined || its === undefined || own === its) return undefined;
  return (
    `sandbox is "${own}", but ${textOf(path)} is the id of ${called(linked)}, which is in sandbox "${its}"; ` +
    "declare both in one sandbox"
  );
}

function textOf(path: Path): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : index > 0 ? `.${key}` : key))
    .join("");
}
