import { Refusal, type Reply } from "../service";

const TITLES: Record<number, string> = {
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  412: "Precondition Failed",
  415: "Unsupported Media Type",
};

export function badRequest(message: string): Refusal {
  return new Refusal(400, "", message);
}

export function notFound(kind: string, id: string): Refusal {
  return new Refusal(404, "", `The ${kind} ${id} was not found.`);
}

/** Adobe shows no error body of Catalog; newer services answer problem details in the manner of RFC 7807. */
export function catalogError(status: number, code: string, message: string, requestId: string): Reply {
  const type = code === "" ? "about:blank" : `http://ns.adobe.com/aep/errors/${code}`;
  const title = TITLES[status] ?? "Internal Server Error";
  return { status, body: { type, title, status, detail: message, report: { requestId } } };
}
