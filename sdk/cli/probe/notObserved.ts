import { parseErrorBody } from "../../../provider/api/errorBody";
import type { HttpResponse } from "../../../provider/api/response";

/** A behaviour could not be observed. The text goes into the report: it has no id, no name and no message of AEP. */
export class NotObserved extends Error {
  override readonly name = "NotObserved";
}

/** Method and collection, without ids and query. */
export function nameOfRequest({ method, path }: { method: string; path: string }): string {
  const segments = path.split("?")[0]!.split("/").slice(1);
  const length = segments[0] === "schemaregistry" ? 3 : 2;
  return `${method} /${segments.slice(0, length).join("/")}`;
}

/** Such as "HTTP 400, FLOW-1360-400". */
export function outcome(response: HttpResponse): string {
  const code = codeOf(response);
  return `HTTP ${response.status}${code === "" ? "" : `, ${code}`}`;
}

/** The code of an error; empty if there is none, and for texts that are no code of Adobe. */
export function codeOf({ status, body }: HttpResponse): string {
  if (status < 400) return "";
  const { code } = parseErrorBody(body, {});
  return /^(?:[A-Z]{2,6}-)?\d{3,6}(?:-\d{3})?$/.test(code) ? code : "";
}

export function isSuccess({ status }: HttpResponse): boolean {
  return status >= 200 && status < 300;
}

/** True for a success, false if AEP refuses the request for what it contains. */
export function isAccepted(response: HttpResponse): boolean {
  if (isSuccess(response)) return true;
  if ([400, 405, 406, 409, 412, 415, 422].includes(response.status)) return false;
  throw new NotObserved(outcome(response));
}
