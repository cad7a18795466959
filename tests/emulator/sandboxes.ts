/** Sandbox Management: lists the sandboxes. */

import { limitsOf } from "./permissions";
import { problemResponse } from "./problemResponse";
import { ServiceError, type ServiceResponse, type Sandbox, type Service, type World } from "./service";

const permissionDenied = {
  code: "SMS-2010-403",
  message: "User does not have READ permission to access the sandbox.",
};

export const sandboxManagement: Service = {
  name: "Sandbox Management",
  basePath: "/data/foundation/sandbox-management",
  anySandbox: true,
  routes: [
    {
      method: "GET",
      path: "/",
      withoutSandbox: true,
      handle: (call, world) => (limitsOf(call, world).noSandbox ? empty() : list(world)),
    },
    { method: "GET", path: "/sandboxes", handle: (_call, world) => list(world) },
    { method: "GET", path: "/sandboxTypes", handle: sandboxTypes },
    {
      method: "GET",
      path: "/sandboxes/:name",
      handle: (call, world) => one(world, call.params["name"] ?? ""),
    },
  ],
  error: (status, code, message, requestId) =>
    code === permissionDenied.code
      ? { status, body: { status, title: message, type: `http://ns.adobe.com/aep/errors/${code}` } }
      : problemResponse(status, code, message, requestId),
  permissionDenied,
};

/** As recorded: the list of a credential in no sandbox has no page and no links. */
function empty(): ServiceResponse {
  return { status: 200, body: { sandboxes: [] } };
}

function list(world: World): ServiceResponse {
  const sandboxes = world.sandboxes.map(served);
  const _page = { limit: 200, count: sandboxes.length };
  return { status: 200, body: { sandboxes, _page, _links: {} } };
}

function one(world: World, name: string): ServiceResponse {
  const sandbox = world.sandboxes.find((candidate) => candidate.name === name);
  if (sandbox === undefined) throw new ServiceError(404, "404", `Sandbox with name '${name}' not present.`);
  return { status: 200, body: { id: sandbox.id, ...served(sandbox) } };
}

function sandboxTypes(): ServiceResponse {
  const sandboxTypes = [
    { id: "production", title: "Production" },
    { id: "development", title: "Development" },
  ];
  return { status: 200, body: { sandboxTypes } };
}

/** Lists do not show the id of a sandbox. */
function served(sandbox: Sandbox): Record<string, unknown> {
  const { name, title, type, region } = sandbox;
  const created = "2020-01-01T00:00:00.000Z";
  return {
    name,
    title,
    state: "active",
    type,
    region,
    isDefault: name === "prod",
    etag: 1,
    createdDate: created,
    lastModifiedDate: created,
    createdBy: "system",
    modifiedBy: "system",
  };
}
