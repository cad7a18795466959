import * as pulumi from "@pulumi/pulumi";
import { validateArgs } from "../program/rules";
import { providerProblem } from "./providerLocation";

/** The Pulumi seam: what a state file says about an object of this package is decided here and nowhere else. */

/**
 * The text that state files keep as the provider of an object: an address, no code. Every state file ever written holds it,
 * so it must stay as it is, and short, since the engine writes it twice per object.
 */
function providerOf(kind: string): string {
  return `exports.handler=()=>require("pulumi-aep/provider").resource("${kind}")`;
}

function tokenOf(kind: string): string {
  return `pulumi-nodejs:dynamic/aep:${kind}`;
}

/** Found at the start, while the program is still in the folder in which Pulumi runs it. */
const problem = providerProblem();

/** Args and outputs of a kind, all undefined, so that each becomes an Output of the object whether it is set or not. */
export type Fields<Kind extends AepResource> = Record<Exclude<keyof Kind, keyof AepResource>, undefined>;

/** What every kind has. */
export interface AepResourceArgs {
  /**
   * Sandbox in which the object lives, such as `prod`; default: `aep:sandbox` of the stack's config, else AEP_SANDBOX.
   * Changing this replaces the object: another sandbox holds other objects.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sandbox/home
   */
  sandbox?: pulumi.Input<string> | undefined;
}

/** Options of `get`: those of every resource, and the sandbox to look in. */
export type GetOptions = Omit<pulumi.CustomResourceOptions, "id"> & AepResourceArgs;

/**
 * An object in Adobe Experience Platform. Its fields are set by Pulumi's constructor; a class only declares them, since a
 * field definition would run after that constructor and empty them again.
 */
export abstract class AepResource extends pulumi.CustomResource {
  /** Sandbox in which the object lives. */
  declare public readonly sandbox: pulumi.Output<string>;
  /** Organisation that the object belongs to, as `...@AdobeOrg`. */
  declare public readonly orgId: pulumi.Output<string>;

  /**
   * With `id` in the options the existing object is read, and nothing of `inputs` is sent but the sandbox. Otherwise args
   * that do not go with what the program has declared before are refused, at once or when Outputs in them are known, and
   * nothing is registered.
   */
  protected constructor(
    kind: string,
    name: string,
    inputs: AepResourceArgs & Record<string, unknown>,
    opts: pulumi.CustomResourceOptions = {},
  ) {
    if (problem !== undefined) throw new pulumi.RunError(problem);
    const sandbox = sandboxOf(inputs.sandbox);
    const { register: register, validated: validated } = validateArgs(
      kind,
      name,
      { ...inputs, sandbox },
      opts,
    );
    // The engine asks dynamic resources nothing about an import: the create of the provider takes the object over.
    const { import: imported, ...options } = opts;
    const identity = {
      project: pulumi.getProject(),
      stack: pulumi.getStack(),
      name,
      ...parentsOf(opts.parent),
      ...(imported === undefined ? {} : { import: imported }),
    };
    const reading = opts.id !== undefined;
    const own = reading ? mapValues(inputs, () => undefined) : { ...inputs, pulumi: validated(identity) };
    super(tokenOf(kind), name, { ...own, sandbox, orgId: undefined, __provider: providerOf(kind) }, options);
    register(this);
  }
}

/** The component resources around an object: as in its URN, they tell it from others of the same name. */
function parentsOf(parent: pulumi.Resource | undefined): { parents?: string } {
  const types: string[] = [];
  for (let at = parent as Parent | undefined; at?.__pulumiType !== undefined; at = at.__parentResource) {
    if (at.__pulumiType !== "pulumi:pulumi:Stack") types.unshift(at.__pulumiType);
  }
  return types.length === 0 ? {} : { parents: types.join("$") };
}

/** Fields that Pulumi's resources have at run time and not in their types. */
interface Parent extends pulumi.Resource {
  __pulumiType?: string;
  __parentResource?: Parent;
}

/** Args and options with which a class reads an existing object. */
export function existing<Args>(
  id: pulumi.Input<pulumi.ID>,
  options: GetOptions = {},
): [Args, pulumi.CustomResourceOptions] {
  const { sandbox, ...opts } = options;
  return [{ sandbox } as Args, { ...opts, id }];
}

/** Holds across several copies of this package in one process, where `instanceof` does not. */
export function isOf(kind: string, value: unknown): boolean {
  return (
    pulumi.CustomResource.isInstance(value) &&
    (value as { __pulumiType?: unknown }).__pulumiType === tokenOf(kind)
  );
}

/** The sandbox that is meant where a program names none. */
export function sandboxOf<T extends pulumi.Input<string>>(sandbox: T | undefined): T | string | undefined {
  return sandbox ?? new pulumi.Config("aep").get("sandbox") ?? process.env["AEP_SANDBOX"];
}

function mapValues<T>(object: Record<string, unknown>, change: (value: unknown) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
