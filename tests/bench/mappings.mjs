// Prints the time that the check of 1,000 mappings takes: `npm run build && node tests/bench/mappings.mjs`.
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";

const require = createRequire(import.meta.url);
const dist = process.env.DIST ?? "../../dist";
const [loadMs, { xdm, dataPrep }] = timed(() => ({
  xdm: require(`${dist}/provider/xdm/index.js`),
  dataPrep: require(`${dist}/provider/dataPrep/index.js`),
}));

const count = 1000;
const names = Array.from({ length: count }, (_, index) => `field${index}`);
const source = names.map((name) => `Column_${name}`);
const properties = Object.fromEntries(names.map((name) => [name, { type: "string" }]));
const [shapeMs, shape] = timed(() =>
  xdm.shapeOf({
    class: "https://ns.adobe.com/xdm/context/experienceevent",
    fieldGroups: [
      "https://ns.adobe.com/xdm/context/experienceevent-commerce",
      "https://ns.adobe.com/xdm/context/experienceevent-web",
      "custom",
    ],
    resources: { custom: { properties: { _acme: { type: "object", properties } } } },
  }),
);

const expressions = [
  (column) => `iif(${column} == "x", concat(upper(${column}), " ", trim(Column_field1)), "n/a")`,
  (column) => `date(${column}, "yyyy-MM-dd HH:mm", now())`,
  (column) => `coalesce(${column}, Column_field2, "none")`,
];
const valid = names.map((name, index) => {
  const column = source[index];
  const destination = name === "field0" ? "_id" : name === "field1" ? "timestamp" : `_acme.${name}`;
  if (index % 2 === 0) return { sourceType: "ATTRIBUTE", source: column, destination };
  return { sourceType: "EXPRESSION", source: expressions[index % 3](column), destination };
});
const wrong = 50;
const faulty = valid.map((mapping, index) =>
  index < count - wrong ? mapping : { ...mapping, destination: `${mapping.destination}x` },
);

process.stdout.write(`load ${show(loadMs)}, shape ${show(shapeMs)}\n`);
report("valid", valid, 0);
report(`with ${wrong} unknown targets`, faulty, wrong);

function report(label, mappings, minimumProblems) {
  const [firstMs] = run(mappings, minimumProblems);
  const others = Array.from({ length: 20 }, () => run(mappings, minimumProblems)[0]).sort(
    (one, other) => one - other,
  );
  process.stdout.write(`${count} mappings ${label}: first ${show(firstMs)}, median ${show(others[10])}\n`);
}

function run(mappings, minimumProblems) {
  const result = timed(() => dataPrep.checkMappings(mappings, shape, { tenant: "acme", source }));
  if (result[1].length < minimumProblems || (minimumProblems === 0 && result[1].length > 0)) {
    throw new Error(`The check found ${result[1].length} problems: ${JSON.stringify(result[1].slice(0, 3))}`);
  }
  return result;
}

function timed(task) {
  const start = performance.now();
  const value = task();
  return [performance.now() - start, value];
}

function show(ms) {
  return `${ms.toFixed(1)} ms`;
}
