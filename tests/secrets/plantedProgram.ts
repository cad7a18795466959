import { connectorByName, exampleSource } from "../../provider/connectors";
import { secretPlaces } from "../../provider/lifecycle/args";
import { baseConnection } from "../../provider/resources/baseConnection";
import { byName } from "../../provider/resources/shared/connectorRules";
import { parse, set, getAt, type JsonObject } from "../../provider/values/propertyPath";
import { type Program, type ProgramInputs, type ProgramValue, ref, secret } from "../wire/program";
import { plantedConnections, type PlantedConnection } from "./canaries";

/** Inputs of a connection, as the class of the sdk sends them: only the secret parameters are marked as secret. */
export function marked({ connectionSpec, auth }: PlantedConnection, more: JsonObject = {}): ProgramInputs {
  const spec = byName(connectionSpec);
  const args: JsonObject = { connectionSpec: spec, auth: structuredClone(auth) };
  const inputs = secretPlaces(baseConnection, args).reduce<JsonObject>(
    (values, path) => set(values, parse(path), secret(getAt(values, path) as ProgramValue)),
    args,
  );
  return { ...inputs, ...more } as ProgramInputs;
}

export interface ProgramOptions {
  /** Positions of the secrets that each connection has from the next generation; none if omitted. */
  readonly rotated?: number;
  readonly generation?: number;
  /** Added to every connection. */
  readonly more?: JsonObject;
}

/** Every connection with a secret, and for each one of the catalogue a source connection, which must not change. */
export function plantedProgram({ rotated, generation = 1, more = {} }: ProgramOptions = {}): Program {
  const connections = plantedConnections(generation).map((connection, index) =>
    rotated === undefined
      ? connection
      : withRotated(connection, plantedConnections(generation + 1)[index]!, rotated),
  );
  return (declare) => {
    for (const connection of connections) {
      const { name, connectionSpec } = connection;
      const base = declare("BaseConnection", name, { name, ...marked(connection, more) });
      const connector = typeof connectionSpec === "string" ? connectorByName(connectionSpec) : undefined;
      if (!connector) continue;
      const { data, params } = exampleSource(connector) as { data: ProgramInputs; params: ProgramInputs };
      const spec = byName(connectionSpec) as ProgramInputs;
      declare("SourceConnection", name, {
        name,
        baseConnectionId: ref(base).id,
        connectionSpec: spec,
        data,
        params,
      });
    }
  };
}

/** The names of the secret parameters. */
export function secretNames({ secrets }: PlantedConnection): string[] {
  return [...new Set([...secrets.keys()].map((path) => /^\w+/.exec(path)![0]))];
}

function withRotated(
  before: PlantedConnection,
  after: PlantedConnection,
  position: number,
): PlantedConnection {
  const name = secretNames(before)[position];
  if (name === undefined) return before;
  const params = { ...before.auth.params, [name]: after.auth.params[name] };
  return { ...before, auth: { ...before.auth, params } };
}
