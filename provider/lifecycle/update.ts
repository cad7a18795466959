import type { AnyDefinition } from "../resources/definition";
import { begin } from "./operation";
import type { JsonObject } from "../values/propertyPath";
import type { Session } from "../api/session";
import { reconcile } from "./reconcile";

export async function update(
  definition: AnyDefinition,
  session: Session,
  id: string,
  olds: JsonObject,
  news: JsonObject,
): Promise<{ outs: JsonObject }> {
  const operation = begin(definition, session, olds);
  return { outs: { ...(await reconcile(operation, id, olds, news)), ...news } };
}
