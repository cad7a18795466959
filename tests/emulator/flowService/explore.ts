/**
 * The contents of a source: a small file system, database or REST API, the same for every connection. Source: Adobe's
 * tutorials "Explore your cloud storage folders", "Explore data tables", and those of Data Landing Zone and Mailchimp.
 */

import { ServiceError, type Call, type ServiceResponse } from "../service";
import type { SourceKind } from "./connectors";

/** `container` is the prefix of paths in a storage that AEP provides. */
export function exploreResponse(call: Call, kind: SourceKind | undefined, container = ""): ServiceResponse {
  if (kind === undefined || kind === "stream") throw unsupported();
  const type = (call.query.get("objectType") ?? "").toLowerCase();
  const object = call.query.get("object") ?? "";
  if (!["root", "folder", "file", "table", "rest"].includes(type)) throw invalid("objectType");
  if (type !== "root" && object === "") {
    throw new ServiceError(400, "1337-400", `The object cannot be empty for objectType=${type}.`);
  }
  const preview = call.query.get("preview") === "true";
  if (type === "file") return { status: 200, body: file(call.query, preview) };
  if (type === "table") return { status: 200, body: content(preview) };
  if (type === "rest") return { status: 200, body: records(call.query) };
  const isRoot = type === "root";
  if (kind === "table") return { status: 200, body: [entry("table", "customers", "customers")] };
  return { status: 200, body: isRoot ? root(container) : [fileIn(object)] };
}

export function unsupported(): ServiceError {
  return new ServiceError(
    400,
    "1336-400",
    "Explore connection is not supported for this connection spec ID.",
  );
}

function invalid(param: string): ServiceError {
  return new ServiceError(400, "1358-400", `The provided param '${param}' is invalid.`);
}

function root(container: string) {
  return [entry("folder", "crm", `${container}/crm/`)];
}

function fileIn(folder: string) {
  return entry("file", "customers.csv", `${folder.replace(/\/$/, "")}/customers.csv`);
}

function entry(type: string, name: string, path: string) {
  const isReadable = type !== "folder";
  return { type, name, path, canPreview: isReadable, canFetchSchema: isReadable };
}

const row = {
  Id: "1",
  FirstName: "Ada",
  LastName: "Lovelace",
  Email: "ada@example.com",
  Phone: "+44 20 7946 0000",
};

function content(preview: boolean) {
  const columns = Object.keys(row).map((name) => ({ name, type: "string", xdm: { type: "string" } }));
  return { format: "flat", schema: { columns }, ...(preview ? { data: [row] } : {}) };
}

const fileParams: Record<string, (value: string) => boolean> = {
  fileType: (value) => ["delimited", "json", "parquet"].includes(value.toLowerCase()),
  compressionType: (value) => ["bzip2", "gzip", "deflate", "zipDeflate", "tarGzip", "tar"].includes(value),
  columnDelimiter: (value) => value.length === 1,
  encoding: (value) => ["UTF-8", "ISO-8859-1"].includes(value),
};

/** A caller can let AEP determine the properties of a file or give them, but not both. */
function file(query: URLSearchParams, preview: boolean) {
  const given = Object.keys(fileParams).filter((name) => query.has(name));
  for (const name of given) if (!fileParams[name]!(query.get(name)!)) throw invalid(name);
  if (query.get("determineProperties") !== "true") return content(preview);
  if (given.length > 0) throw invalid("determineProperties");
  const properties = { fileType: "delimited", columnDelimiter: "," };
  return { properties, ...content(preview) };
}

/** For a REST API, `sourceParams` is a JSON object in base64. */
function records(query: URLSearchParams) {
  const params = query.get("sourceParams");
  if (params !== null && !isObjectInBase64(params)) throw invalid("sourceParams");
  return { data: [{ members: [row] }] };
}

function isObjectInBase64(text: string): boolean {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64").toString());
    return typeof value === "object" && value !== null;
  } catch {
    return false;
  }
}
