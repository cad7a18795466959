import { type ApiError, NotFound, Rejected, Unsupported } from "../../provider/api/errors";
import { parseConfig } from "../../provider/api/config";
import { createSession } from "../../provider/api/session";
import { remove } from "../../provider/lifecycle/delete";
import { mappingSet } from "../../provider/resources/mappingSet";
import { FakeClock } from "./fakeClock";

const id = "bf5286a9c1ad4266baca76ba3adc9366";

/** A real session of an AEP that shows the mapping set forever, and refuses DELETE with the error. */
function sessionWith(clock: FakeClock, refusal: ApiError | undefined, requests: string[]) {
  const stack = { "aep:accessToken": "token-1", "aep:apiKey": "key", "aep:orgId": "A@AdobeOrg" };
  const session = createSession(parseConfig({ ...stack, "aep:sandbox": "dev" }, {}), clock);
  session.client.get = () => Promise.resolve({ body: { id, version: 1 }, headers: {} });
  session.client.send = ({ method }) => {
    requests.push(method);
    return refusal ? Promise.reject(refusal) : Promise.resolve({ body: undefined, headers: {} });
  };
  return session;
}

test.each([
  ["404, also while the set is still shown", new NotFound("Not found", "HTTP 404", "")],
  ["405, which means that Data Prep has no DELETE", new Unsupported("Not supported", "HTTP 405", "")],
  ["success, also while the set is still shown", undefined],
])("the deletion of a mapping set is complete after %s", async (_what, refusal) => {
  const clock = new FakeClock();
  const requests: string[] = [];
  const session = sessionWith(clock, refusal, requests);
  const deletion = remove(mappingSet, session, id, { sandbox: "dev" }).then(() => "complete");
  await clock.advance(60_000);
  await expect(deletion).resolves.toBe("complete");
  expect(new Set(requests)).toEqual(new Set(["DELETE"]));
});

test("the deletion of a mapping set fails after another error", async () => {
  const refusal = new Rejected("Forbidden", "HTTP 403", "Ask an administrator.");
  const deletion = remove(mappingSet, sessionWith(new FakeClock(), refusal, []), id, { sandbox: "dev" });
  await expect(deletion).rejects.toThrow("Forbidden");
});
