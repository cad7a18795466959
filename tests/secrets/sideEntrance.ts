import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** The handling of writes of connections between the provider and AEP. */
export type Mode =
  | { readonly kind: "forward" }
  /** AEP refuses the write, and its response repeats the whole write in several encodings. */
  | { readonly kind: "echo" }
  /** There is no response; `then` is called for the first write. */
  | { readonly kind: "hang"; readonly then: () => void };

/** A server between provider and emulator that repeats requests in its responses, as badly written services do. */
export class SideEntrance {
  mode: Mode = { kind: "forward" };
  /** Bearer tokens in the requests. */
  readonly tokens = new Set<string>();
  /** Texts that certainly contain secrets: bodies of writes of connections and of token requests, and tokens. */
  readonly written: string[] = [];
  private readonly server = createServer((incoming, outgoing) => void this.pass(incoming, outgoing));

  private constructor(private readonly behind: string) {}

  static async open(behind: string): Promise<SideEntrance> {
    const entrance = new SideEntrance(behind);
    await new Promise<void>((resolve) => entrance.server.listen(0, "127.0.0.1", resolve));
    return entrance;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await readBody(incoming);
    this.tokens.add((incoming.headers.authorization ?? "").replace(/^Bearer /, ""));
    const isWrite = /^(POST|PATCH)$/.test(incoming.method ?? "") && /\/connections/.test(incoming.url ?? "");
    if (isWrite || incoming.url?.startsWith("/ims/")) this.written.push(body);
    this.written.push(incoming.headers.authorization ?? "");
    if (isWrite && this.mode.kind === "hang") return this.mode.then();
    if (isWrite && this.mode.kind === "echo") return refuse(outgoing, echoOf(body, incoming));
    this.forward(incoming, body, outgoing);
  }

  private forward(incoming: IncomingMessage, body: string, outgoing: ServerResponse): void {
    const { method, headers } = incoming;
    const onward = request(this.behind + (incoming.url ?? ""), { method, headers }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    onward.end(body);
  }
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}

/** Only the texts of the body with a canary, so that the length limit of errors cuts as little as possible. */
function echoOf(body: string, { headers }: IncomingMessage): string {
  const texts = [...new Set(textsIn(JSON.parse(body)))].filter((text) => text.includes("canary"));
  const encoded = texts.flatMap((text) => [
    text,
    encodeURIComponent(text),
    JSON.stringify(text),
    Buffer.from(text).toString("base64"),
    Buffer.from(`user:${text}`).toString("base64url"),
  ]);
  return [...encoded, headers.authorization].join(" | ");
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function refuse(outgoing: ServerResponse, message: string): void {
  outgoing.writeHead(400, { "content-type": "application/json" });
  outgoing.end(JSON.stringify({ errorCode: "1312-400", errorMessage: message }));
}
