import { type Connector, connectors, exampleParams, type Param } from "../../provider/connectors";
import { outsideConnector } from "./outsideConnector";

/** A secret value, and the path at which it was planted. */
export interface Canary {
  readonly field: string;
  readonly number: number;
  /** Format of its parameter. */
  readonly format?: Param["format"];
}

export interface PlantedConnection {
  readonly name: string;
  readonly connectionSpec: string | { readonly id: string; readonly version: string };
  readonly auth: { readonly specName: string; readonly params: Readonly<Record<string, unknown>> };
  /** Paths of the secrets below `auth.params`, with their canaries. */
  readonly secrets: ReadonlyMap<string, Canary>;
}

export interface PlantedSpec {
  readonly connector: Connector;
  readonly specName: string;
  readonly secretNames: readonly string[];
}

/** Every auth spec of the catalogue with a secret. */
export const secretSpecs: readonly PlantedSpec[] = connectors.flatMap((connector) =>
  Object.entries(connector.auth).flatMap(([specName, params]) => {
    const secretNames = Object.keys(params).filter((name) => params[name]?.secret);
    return secretNames.length === 0 ? [] : [{ connector, specName, secretNames }];
  }),
);

/** Every path of a secret. The number of a canary is its position in this list. */
const places: string[] = [];

function plant(field: string, format?: Param["format"]): Canary {
  const known = places.indexOf(field);
  const number = known >= 0 ? known : places.push(field) - 1;
  return { field, number, ...(format === undefined ? {} : { format }) };
}

export const clientSecret = plant("config aep:clientSecret");
export const accessToken = plant("config aep:accessToken");
export const fromConfig = plant("config of the program");
const outside = ["apiKey", "login.client_secret", "keys[0].value"].map((path) =>
  plant(`outside the catalogue: ${path}`),
);

const catalogued = secretSpecs.map(({ connector, specName, secretNames }) => ({
  connector,
  specName,
  canaries: new Map(
    secretNames.map((name) => [
      name,
      plant(`${connector.name}, ${specName}: ${name}`, connector.auth[specName]?.[name]?.format),
    ]),
  ),
}));

/** All planted canaries, by number. */
export const canaries: readonly Canary[] = places.map((field, number) => ({ field, number }));

/** The generation distinguishes a value from its replacement in a rotation. */
export function valueOf({ number, format }: Canary, generation: number): string {
  const recognisable = `canary${String(number).padStart(3, "0")}gen${generation}`;
  // A token is sent in a header, which accepts fewer characters than a body.
  if (number === accessToken.number) return `${recognisable}-token`;
  if (format === "base64") return `${recognisable}q/+=`;
  // The characters after the recognisable part have different spellings in JSON, URLs, base64 and HTML.
  return `${format === "url" ? "https://" : ""}${recognisable}"q\\é/+&=<~ %`;
}

/** One connection for each auth spec of the catalogue with a secret, and one of an unknown connector. */
export function plantedConnections(generation: number): PlantedConnection[] {
  return [
    ...catalogued.map(({ connector, specName, canaries: secrets }) => {
      const values = [...secrets].map(([name, canary]) => [name, valueOf(canary, generation)]);
      const params = { ...exampleParams(connector.auth[specName]!), ...Object.fromEntries(values) } as Record<
        string,
        unknown
      >;
      const name = `${connector.name}-${specName.replace(/\W+/g, "-")}`;
      return { name, connectionSpec: connector.name, auth: { specName, params }, secrets };
    }),
    uncatalogued(generation),
  ];
}

function uncatalogued(generation: number): PlantedConnection {
  const [apiKey, clientSecretOfTheirs, listed] = outside.map((canary) => valueOf(canary, generation));
  const paths = ["apiKey", "login.client_secret", "keys[0].value"];
  return {
    name: "outside-the-catalogue",
    connectionSpec: outsideConnector,
    auth: {
      specName: "Custom",
      params: {
        host: "crm.example.com",
        apiKey,
        login: { user: "loader", client_secret: clientSecretOfTheirs },
        keys: [{ value: listed }],
      },
    },
    secrets: new Map(paths.map((path, index) => [path, outside[index]!])),
  };
}
