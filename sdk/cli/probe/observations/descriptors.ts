import { fieldPath, schema } from "../cast";
import { pathOf } from "../kinds";
import { NotObserved, outcome } from "../notObserved";
import { byAcceptance, type Observation, seen } from "../observation";
import type { Field, Scene } from "../scene";

/** Schema Registry: descriptors of the schema. */
export const descriptorObservations: Observation[] = [
  {
    switch: "registryDescriptorPutStatus",
    behaviour: "The status of PUT of a descriptor",
    documented: "200 in the OpenAPI file, 201 in the guide",
    meaning: "None: both are a success.",
    observe: async (scene) => {
      const descriptor = {
        ...(await descriptorOf(scene, "note")),
        "@type": "xdm:alternateDisplayInfo",
        "xdm:title": { en_us: "Note" },
      };
      const { id } = await scene.descriptor(descriptor);
      const body = { ...descriptor, "xdm:title": { en_us: "Other note" } };
      const response = await scene.workshop.call({ method: "PUT", path: pathOf("descriptors", id), body });
      if (response.status === 200 || response.status === 201) return seen(response.status);
      throw new NotObserved(outcome(response));
    },
  },
  {
    switch: "registryDuplicateDescriptors",
    behaviour: "The same identity descriptor twice",
    documented: "not described; tools expect a refusal",
    meaning: "If it is accepted, only the provider's search protects from a second descriptor.",
    observe: async (scene) => {
      const descriptor = await usualIdentity(scene);
      return byAcceptance((await scene.tryDescriptor(descriptor)).response, "accepted", "refused");
    },
  },
  {
    switch: "registryIdentityProperty",
    behaviour: "An identity descriptor without xdm:property",
    documented: "refused in recorded traffic; no guide says so",
    meaning: "None: the provider sends it.",
    observe: async (scene) => {
      await usualIdentity(scene);
      const descriptor = await identity(scene, "code", { "xdm:property": undefined });
      return byAcceptance((await scene.tryDescriptor(descriptor)).response, "optional", "required");
    },
  },
  {
    switch: "registryNamespaces",
    behaviour: "An identity descriptor with an unknown namespace",
    documented: "not described; XDM-1810-400 has been seen",
    meaning: "If it is accepted, a wrong namespace is found only in Profile.",
    observe: async (scene) => {
      await usualIdentity(scene);
      const descriptor = await identity(scene, "key", { "xdm:namespace": "PulumiAepProbeNone" });
      return byAcceptance((await scene.tryDescriptor(descriptor)).response, "unchecked", "checked");
    },
  },
];

async function descriptorOf(scene: Scene, field: Field) {
  return {
    "xdm:sourceSchema": (await schema(scene)).id,
    "xdm:sourceVersion": 1,
    "xdm:sourceProperty": `/${await fieldPath(scene, "/", field)}`,
  };
}

async function identity(scene: Scene, field: Field, more: object = {}) {
  return {
    ...(await descriptorOf(scene, field)),
    "@type": "xdm:descriptorIdentity",
    "xdm:namespace": "Email",
    "xdm:property": "xdm:code",
    "xdm:isPrimary": false,
    ...more,
  };
}

/** An identity descriptor that AEP has accepted: a refusal of another one is about the difference. */
function usualIdentity(scene: Scene) {
  return scene.once("identity descriptor", async () => {
    const descriptor = await identity(scene, "note");
    await scene.descriptor(descriptor);
    return descriptor;
  });
}
