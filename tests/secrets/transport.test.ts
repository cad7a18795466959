import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import * as http from "node:http";
import * as https from "node:https";
import { connect, type AddressInfo, type Socket } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { start, type Emulator } from "../emulator";
import { configFor } from "../wire/fixtures/aep";
import { secret, type Program } from "../wire/program";
import { ProviderProcess } from "../wire/providerProcess";
import { Stack } from "../wire/stack";
import { selfSigned, type Certificate } from "./certificate";

/** Removes the variables of this machine's network, so that they have no effect on the tests. */
const plainNetwork = {
  HTTP_PROXY: undefined,
  HTTPS_PROXY: undefined,
  http_proxy: undefined,
  https_proxy: undefined,
  ALL_PROXY: undefined,
  all_proxy: undefined,
  NO_PROXY: undefined,
  no_proxy: undefined,
  NODE_EXTRA_CA_CERTS: undefined,
  NODE_TLS_REJECT_UNAUTHORIZED: undefined,
};

const program: Program = (declare) => {
  const params = { s3AccessKey: "key", s3SecretKey: secret("canary000gen1") };
  declare("BaseConnection", "one", {
    name: "one",
    connectionSpec: "amazon-s3",
    auth: { specName: "Access Key", params },
  });
};

let folder: string;
let emulator: Emulator;
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pulumi-aep-transport-"));
  emulator = await start();
});
beforeEach(() => emulator.reset());
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});
afterAll(async () => {
  await emulator.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Listening {
  readonly port: number;
  /** `METHOD url` of each request, and the text of its headers and body. */
  readonly requests: { readonly line: string; readonly text: string }[];
}

type Respond = (incoming: http.IncomingMessage, body: string, outgoing: http.ServerResponse) => void;

async function listen(
  respond: Respond,
  certificate?: Certificate,
): Promise<Listening & { server: http.Server }> {
  const requests: { line: string; text: string }[] = [];
  const handle = async (incoming: http.IncomingMessage, outgoing: http.ServerResponse): Promise<void> => {
    let body = "";
    for await (const piece of incoming) body += String(piece);
    const line = `${incoming.method} ${incoming.url}`;
    requests.push({ line, text: JSON.stringify(incoming.headers) + body });
    respond(incoming, body, outgoing);
  };
  const listener: http.RequestListener = (incoming, outgoing) => void handle(incoming, outgoing);
  const server = certificate ? https.createServer(certificate, listener) : http.createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push({
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  });
  return { port: (server.address() as AddressInfo).port, requests, server };
}

/** A server of the test in front of AEP. */
const forward: Respond = ({ method, url, headers }, body, outgoing) => {
  const path = (url ?? "").replace(/^http:\/\/[^/]+/, "");
  const onward = http.request(emulator.url + path, { method, headers }, (response) => {
    outgoing.writeHead(response.statusCode!, response.headers);
    response.pipe(outgoing);
  });
  onward.end(body);
};

async function up(config: Record<string, string>, env: Record<string, string | undefined> = {}) {
  const process = await ProviderProcess.start({ env: { ...plainNetwork, ...env } });
  open.push({ close: () => process.kill() });
  await process.configure({ ...configFor(emulator), ...config });
  const run = await new Stack({ provider: process }).up(program);
  return { run, text: JSON.stringify(run.errors) + JSON.stringify(process.output) };
}

function at(url: string): Record<string, string> {
  return { "aep:endpoint": url, "aep:imsEndpoint": url };
}

function trusted(name: string, { cert }: Certificate): Record<string, string> {
  const file = join(folder, name);
  writeFileSync(file, cert);
  return { NODE_EXTRA_CA_CERTS: file };
}

const ours = selfSigned("localhost");
const another = selfSigned("aep.example.com");

describe("TLS", () => {
  it.each([
    ["an unknown CA", ours, {}],
    [
      "an unknown CA, also with verification switched off in Node",
      ours,
      { NODE_TLS_REJECT_UNAUTHORIZED: "0" },
    ],
  ])("%s is refused before anything is sent", async (_what, certificate, env) => {
    const { port, requests } = await listen(forward, certificate);
    const { run, text } = await up(at(`https://localhost:${port}`), env);
    expect(run.ok).toBe(false);
    expect(text).toMatch(/SELF_SIGNED_CERT/);
    expect(requests).toEqual([]);
  });

  it("a certificate of another host is refused, also with a known CA", async () => {
    const { port, requests } = await listen(forward, another);
    const { run } = await up(at(`https://localhost:${port}`), trusted("another.pem", another));
    expect(run.ok).toBe(false);
    expect(requests).toEqual([]);
  });

  it("a private CA from the environment is accepted", async () => {
    const { port, requests } = await listen(forward, ours);
    const { run } = await up(at(`https://localhost:${port}`), trusted("ours.pem", ours));
    expect(run.errors).toEqual([]);
    expect(requests.map(({ line }) => line)).toContain("POST /ims/token/v3");
  });
});

describe("a redirect to another host", () => {
  it.each([301, 302, 303, 307, 308])("with %i receives neither token nor client secret", async (status) => {
    const thief = await listen((_incoming, _body, outgoing) => outgoing.end("{}"));
    const redirect: Respond = ({ url }, _body, outgoing) => {
      outgoing.writeHead(status, { location: `http://127.0.0.1:${thief.port}${url}` });
      outgoing.end();
    };
    const { port, requests } = await listen(redirect);
    const away = `http://127.0.0.1:${port}`;
    expect((await up({ "aep:endpoint": away })).run.ok).toBe(false);
    expect((await up({ "aep:imsEndpoint": away })).run.ok).toBe(false);
    expect(thief.requests).toEqual([]);
    // Both were sent to the first host, which redirected them.
    expect(requests.some(({ text }) => text.includes("Bearer "))).toBe(true);
    expect(requests.some(({ text }) => text.includes("client_secret="))).toBe(true);
  });
});

describe("a proxy from the environment", () => {
  it("tunnels https and cannot read its content", async () => {
    const behind = await listen(forward, ours);
    const proxy = await listen((_incoming, _body, outgoing) => outgoing.end());
    const tunnels: string[] = [];
    const sockets: Socket[] = [];
    proxy.server.on("connect", (request: http.IncomingMessage, socket: Socket) => {
      tunnels.push(`${request.url} ${JSON.stringify(request.headers)}`);
      const onward = connect(behind.port, "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
        onward.pipe(socket).pipe(onward);
      });
      sockets.push(socket, onward);
      for (const each of [socket, onward]) each.on("error", () => undefined);
    });
    open.unshift({ close: async () => sockets.forEach((socket) => socket.destroy()) });
    const { run } = await up(at(`https://localhost:${behind.port}`), {
      ...trusted("proxied.pem", ours),
      HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
    });
    expect(run.errors).toEqual([]);
    expect(tunnels.length).toBeGreaterThan(0);
    expect(tunnels.every((tunnel) => tunnel.startsWith(`localhost:${behind.port} `))).toBe(true);
    expect(tunnels.join()).not.toMatch(/authorization|bearer|secret/i);
    expect(proxy.requests).toEqual([]);
  });

  it("is not used for hosts in NO_PROXY", async () => {
    const proxy = await listen((_incoming, _body, outgoing) => outgoing.end());
    const env = { HTTP_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: "127.0.0.1" };
    expect((await up({}, env)).run.errors).toEqual([]);
    expect(proxy.requests).toEqual([]);
  });

  it("is not shown with its password if it does not respond", async () => {
    const { text } = await up(at("https://localhost:9"), {
      HTTPS_PROXY: "http://me:canary000gen1@127.0.0.1:9",
    });
    expect(text).toContain("did not respond");
    expect(text).not.toContain("canary");
  });
});

it("the emulator can be reached only from this machine", async () => {
  const { port } = new URL(emulator.url);
  const addresses = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4");
  const reached = await Promise.all(addresses.map(({ address }) => connects(address, Number(port))));
  expect(reached).toEqual(addresses.map(() => false));
  expect(await connects("127.0.0.1", Number(port))).toBe(true);
});

function connects(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 60_000 });
    const end = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.on("connect", () => end(true));
    socket.on("error", () => end(false));
    socket.on("timeout", () => end(false));
  });
}
