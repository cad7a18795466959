import * as pulumi from "@pulumi/pulumi";
import { validateArgs } from "../program/validateArgs";
import { providerProblem } from "./providerLocation";

/** The base class of all resources. Only this file decides what state files say about an object of this package. */

/**
 * The text that state files hold as the provider of an object: an address, no code. Existing state files hold it, so it must
 * never change. It is short because the engine writes it twice per object.
 */
function providerOf(kind: string): string {
  return `exports.handler=()=>require("pulumi-aep/provider").resource("${kind}")`;
}

function tokenOf(kind: string): string {
  return `pulumi-nodejs:dynamic/aep:${kind}`;
}

/** Checked when the package is loaded: later the program may have changed its working directory. */
const problem = providerProblem();

/** All args and outputs of a kind. Passed as undefined, each becomes an Output of the object, also if it is not set. */
export type Fields<Kind extends AepResource> = Record<Exclude<keyof Kind, keyof AepResource>, undefined>;

/**
 * What every kind has.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sandbox/home
 */
export interface AepResourceArgs {
  /**
   * Sandbox of the object, such as `prod`; default: `aep:sandbox` of the stack's config, otherwise AEP_SANDBOX.
   * Changing this replaces the object.
   */
  sandbox?: pulumi.Input<string> | undefined;
}

/** Options of `get`: those of every resource, and the sandbox of the object. */
export type GetOptions = Omit<pulumi.CustomResourceOptions, "id"> & AepResourceArgs;

/**
 * An object in Adobe Experience Platform. Pulumi's constructor sets its fields. A class only declares them: a field definition
 * would run after that constructor and reset them.
 */
export abstract class AepResource extends pulumi.CustomResource {
  /** Sandbox of the object. */
  declare public readonly sandbox: pulumi.Output<string>;
  /** Organisation of the object, such as `...@AdobeOrg`. */
  declare public readonly orgId: pulumi.Output<string>;

  /**
   * With `id` in the options, the existing object is read, and only the sandbox of `inputs` is sent. Otherwise the args are
   * validated against the resources that the program declared before: at once, and again when Outputs in them are known. An
   * error prevents the registration.
   */
  protected constructor(
    kind: string,
    name: string,
    inputs: AepResourceArgs & Record<string, unknown>,
    opts: pulumi.CustomResourceOptions = {},
  ) {
    if (problem !== undefined) throw new pulumi.RunError(problem);
    const sandbox = sandboxOf(inputs.sandbox);
    const { register, validated } = validateArgs(kind, name, { ...inputs, sandbox }, opts);
    // The engine does not import dynamic resources: the provider adopts the object in its create.
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

/** Types of the component resources around an object, as in its URN: they distinguish objects of the same name. */
function parentsOf(parent: pulumi.Resource | undefined): { parents?: string } {
  const types: string[] = [];
  for (let at = parent as Parent | undefined; at?.__pulumiType !== undefined; at = at.__parentResource) {
    if (at.__pulumiType !== "pulumi:pulumi:Stack") types.unshift(at.__pulumiType);
  }
  return types.length === 0 ? {} : { parents: types.join("$") };
}

/** Fields of Pulumi's resources that are not in their types. */
interface Parent extends pulumi.Resource {
  __pulumiType?: string;
  __parentResource?: Parent;
}

/** The args and options with which a class reads an existing object. */
export function existing<Args>(
  id: pulumi.Input<pulumi.ID>,
  options: GetOptions = {},
): [Args, pulumi.CustomResourceOptions] {
  const { sandbox, ...opts } = options;
  return [{ sandbox } as Args, { ...opts, id }];
}

/** Works for objects of another copy of this package in the process, unlike `instanceof`. */
export function isOf(kind: string, value: unknown): boolean {
  return (
    pulumi.CustomResource.isInstance(value) &&
    (value as { __pulumiType?: unknown }).__pulumiType === tokenOf(kind)
  );
}

/** The sandbox of the args, or else of the stack's config or of the environment. */
export function sandboxOf<T extends pulumi.Input<string>>(sandbox: T | undefined): T | string | undefined {
  return sandbox ?? new pulumi.Config("aep").get("sandbox") ?? process.env["AEP_SANDBOX"];
}

function mapValues<T>(object: Record<string, unknown>, change: (value: unknown) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
