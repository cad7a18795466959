import type { Connector, Param, Params } from "./connector";
import { formats } from "./format";

/** A value that fits a parameter, for starter programs and tests. */
export function exampleOf(name: string, param: Param): unknown {
  if (param.enum) return param.enum[0];
  const { default: assumed, format } = param;
  const example = param.example ?? (format && formats[format].example);
  switch (param.type) {
    case "string":
      return String(assumed ?? example ?? name.toUpperCase());
    case "integer":
      return Number(assumed ?? example ?? 1);
    case "boolean":
      return assumed ?? true;
    case "object":
      return { type: "PQL", format: "pql/json", value: {} };
    case "columns":
      return ["id", "first_name", "updated_at"].map((name) => ({
        name,
        type: "String",
        xdm: { type: "string" },
      }));
  }
}

/** Values for the required parameters, or for all parameters. */
export function exampleParams(
  params: Params,
  which: "required" | "all" = "required",
): Record<string, unknown> {
  const wanted = Object.entries(params).filter(([, param]) => which === "all" || param.required);
  return Object.fromEntries(wanted.map(([name, param]) => [name, exampleOf(name, param)]));
}

/** Args of a source connection of the connector. */
export function exampleSource(connector: Connector, which: "required" | "all" = "required") {
  const { formats, params } = connector.source;
  return { data: { format: formats[0]! }, params: exampleParams(params, which) };
}
