import type { ServiceResponse } from "../emulator/service";

type EtagForm = (fields: Record<string, unknown>, response: ServiceResponse) => ServiceResponse;

/** Forms of the etag of an object in a response. `refused`: the update must fail. */
export const etagForms: Readonly<Record<string, { form: EtagForm; refused?: true }>> = {
  "only in the body": {
    form: (item, response) => ({ ...bodyWith(response, item), headers: withoutEtag(response) }),
  },
  "only in the header": {
    form: ({ etag, version: _version, ...item }, response) => ({
      ...bodyWith(response, item),
      headers: { ...withoutEtag(response), etag: String(etag) },
    }),
  },
  missing: {
    form: ({ etag: _etag, version: _version, ...item }, response) => ({
      ...bodyWith(response, item),
      headers: withoutEtag(response),
    }),
    refused: true,
  },
  "weak in the header": {
    form: (item, response) => ({
      ...bodyWith(response, item),
      headers: { ...withoutEtag(response), etag: `W/${String(item["etag"])}` },
    }),
  },
  "weak, and only in the header": {
    form: ({ etag, version: _version, ...item }, response) => ({
      ...bodyWith(response, item),
      headers: { ...withoutEtag(response), etag: `W/${String(etag)}` },
    }),
  },
  "quoted twice in the body": {
    form: ({ etag, version, ...item }, response) =>
      bodyWith(response, { ...item, etag: `"${String(etag)}"`, version: `"${String(version)}"` }),
  },
};

function bodyWith(response: ServiceResponse, item: unknown): ServiceResponse {
  return { ...response, body: { items: [item] } };
}

function withoutEtag({ headers = {} }: ServiceResponse): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^e-?tag$/i.test(name)));
}

/** The object in a list of one; undefined in other responses. */
export function itemOf({ body }: ServiceResponse): Record<string, unknown> | undefined {
  const items = (body as { items?: unknown } | undefined)?.items;
  return Array.isArray(items) ? (items[0] as Record<string, unknown>) : undefined;
}
