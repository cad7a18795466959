import type * as pulumi from "@pulumi/pulumi";
import type { z } from "zod";
import type * as aep from "../../sdk";
import type { baseConnection } from "../../provider/resources/baseConnection";
import type { dataflow } from "../../provider/resources/dataflow";
import type { dataset } from "../../provider/resources/dataset";
import type { fieldGroup } from "../../provider/resources/fieldGroup";
import type { mappingSet } from "../../provider/resources/mappingSet";
import type { profileEnablement } from "../../provider/resources/profileEnablement";
import type { schema } from "../../provider/resources/schema";
import type { schemaClass } from "../../provider/resources/schemaClass";
import type { schemaDescriptor } from "../../provider/resources/schemaDescriptor";
import type { sourceConnection } from "../../provider/resources/sourceConnection";
import type { targetConnection } from "../../provider/resources/targetConnection";

/**
 * The documented Args and the provider's zod objects say the same, field by field. This file has nothing to run: it
 * compiles only as long as they do. A difference shows the field in the error at its kind.
 */

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : { args: A; definition: B };

/** What stays of Args once every Input is known; pulumi.Unwrap does the same but turns `unknown` into `never`. */
type Known<T> = unknown extends T
  ? unknown
  : T extends Promise<unknown> | pulumi.OutputInstance<unknown>
    ? never
    : T extends (infer Item)[]
      ? Known<Item>[]
      : T extends object
        ? { [Key in keyof T]: Known<T[Key]> }
        : T;

/** What a program may write for a kind; `sandbox` is every kind's and in no definition. */
type Written<Args> = Args extends unknown ? Known<Omit<Args, "sandbox">> : never;

type Checked<D extends { args: z.ZodType }> = Known<z.input<D["args"]>>;

/** Forms that exclude each other, side by side: zod objects are flat and refuse the mixture by a check. */
type Flat<T> = { [Key in T extends unknown ? keyof T : never]?: Exclude<FlatField<Of<T, Key>>, undefined> };
type Of<T, Key extends PropertyKey> = T extends Partial<Record<Key, infer Value>> ? Value : never;
type FlatField<T> = Extract<T, object[]> extends never ? T : Flat<Extract<T, object[]>[number]>[];

function holds<_Claim extends true>(): void {
  // Nothing to do at run time.
}

holds<Equal<Written<aep.TargetConnectionArgs>, Checked<typeof targetConnection>>>();
holds<Equal<Written<aep.DatasetArgs>, Checked<typeof dataset>>>();
holds<Equal<Written<aep.DataflowArgs>, Checked<typeof dataflow>>>();
holds<Equal<Written<aep.SchemaClassArgs>, Checked<typeof schemaClass>>>();
holds<Equal<Written<aep.ProfileEnablementArgs>, Checked<typeof profileEnablement>>>();
holds<Equal<Written<aep.FieldGroupArgs>, Checked<typeof fieldGroup>>>();

// A connector outside the catalogue has free parameters, as zod sees them; a known one fits into those.
type FreeBase = Written<aep.BaseConnectionArgs<aep.SpecReference>>;
holds<Equal<Omit<FreeBase, "connectionSpec">, Omit<Checked<typeof baseConnection>, "connectionSpec">>>();
holds<
  Equal<Written<aep.BaseConnectionArgs>["connectionSpec"], Checked<typeof baseConnection>["connectionSpec"]>
>();
holds<Written<aep.BaseConnectionArgs> extends Checked<typeof baseConnection> ? true : false>();

type FreeSource = Written<aep.SourceConnectionArgs<aep.SpecReference>>;
holds<Equal<Omit<FreeSource, "connectionSpec">, Omit<Checked<typeof sourceConnection>, "connectionSpec">>>();
holds<
  Equal<
    Written<aep.SourceConnectionArgs>["connectionSpec"],
    Checked<typeof sourceConnection>["connectionSpec"]
  >
>();
holds<Written<aep.SourceConnectionArgs> extends Checked<typeof sourceConnection> ? true : false>();

// Two forms each: both fit, and together they have the same fields.
holds<Written<aep.MappingSetArgs> extends Checked<typeof mappingSet> ? true : false>();
holds<Equal<Flat<Written<aep.MappingSetArgs>>, Flat<Checked<typeof mappingSet>>>>();
holds<Written<aep.SchemaArgs> extends Checked<typeof schema> ? true : false>();
holds<Equal<Flat<Written<aep.SchemaArgs>>, Flat<Checked<typeof schema>>>>();
holds<Written<aep.SchemaDescriptorArgs> extends Checked<typeof schemaDescriptor> ? true : false>();
holds<Equal<Flat<Written<aep.SchemaDescriptorArgs>>, Flat<Checked<typeof schemaDescriptor>>>>();
