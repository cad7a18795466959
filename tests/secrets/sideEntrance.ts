import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What happens to writes of connections on their way to AEP. */
export type Mode =
  | { readonly kind: "forward" }
  /** AEP refuses the write and repeats all of it in its answer, in several encodings. */
  | { readonly kind: "echo" }
  /** No answer comes; `then` is called on the first. */
  | { readonly kind: "hang"; readonly then: () => void };

/** A stand between provider and emulator, which repeats what it gets as badly written services do. */
export class SideEntrance {
  mode: Mode = { kind: "forward" };
  /** Bearer tokens that went by. */
  readonly tokens = new Set<string>();
  /** Bodies of writes of connections, of calls for a token, and tokens: what certainly was secret. */
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
    const body = await textOf(incoming);
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
    const onward = request(this.behind + (incoming.url ?? ""), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    onward.end(body);
  }
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}

/** Of the body only the texts with a canary, so that the length limit of errors cuts as little as possible. */
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
