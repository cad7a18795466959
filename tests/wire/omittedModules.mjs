import Module from "node:module";

// Omits two modules of Pulumi's closure serializer, which a provider process loads and never uses. They are more than half of the
// processor time of its start, and the tests start hundreds of these processes. A use of an omitted module fails.
const omitted = new Set(["typescript", "@npmcli/arborist"]);
const load = Module._load;

Module._load = function (request, parent, isMain) {
  return omitted.has(request) ? {} : load.call(this, request, parent, isMain);
};
