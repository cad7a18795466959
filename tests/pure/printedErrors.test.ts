import { InvalidInput } from "../../provider/api/errors";
import { ResourceProvider } from "../../provider/lifecycle/resourceProvider";
import { schema as definition } from "../../provider/resources/schema";

const schema = new ResourceProvider(definition, () => new InvalidInput("no config"));
const pulumi = { project: "p", stack: "s", name: "customers" };
const inputs = (name: string) => ({
  title: "Customers",
  class: `https://ns.adobe.com/xdm/context/${name}`,
  sandbox: "dev",
  pulumi,
});

it("a refused change is printed as one sentence, with no text before or after it", async () => {
  const [olds, news] = [inputs("profile"), inputs("experienceevent")];
  await schema.check(olds, news);
  const error = await schema.diff("id", olds, news).catch((reason: unknown) => reason as Error);
  const { message, stack } = error as Error;
  expect(message).toMatch(/^diff Schema "customers": class cannot change in place.*: choose a new title$/);
  // The same format as in cmd/dynamic-provider of @pulumi/pulumi.
  expect(`${String(error)}: ${stack}`).toBe(message);
});
