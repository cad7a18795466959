import type { Mapping } from "../../provider/dataPrep";
import type { Random } from "./random";
import type { Holds, Sample } from "./schemas";

export type Written = Required<{ [Key in keyof Mapping]: string }>;

/** A mapping set without a fault. */
export function validSet(sample: Sample, random: Random): Written[] {
  const identity = (sample.identities ?? [])
    .filter(({ isPrimary }) => isPrimary)
    .map(({ sourceProperty }) => sourceProperty.slice(1).replaceAll("/", "."));
  const all = { ...sample.required, ...sample.optional };
  const always = [...new Set([...Object.keys(sample.required), ...identity])];
  const others = Object.keys(sample.optional).filter((name) => !always.includes(name));
  const chosen = [...always, ...random.some(others)];
  const paths = chosen.length === 0 ? [others[0]!] : chosen;
  return paths.map((destination) => ({ ...sourceFor(all[destination]!, sample, random), destination }));
}

type From = Omit<Written, "destination">;

export function sourceFor(holds: Holds, sample: Sample, random: Random): From {
  if (typeof holds !== "string") return fixed(random.pick(holds), random);
  if (holds === "number")
    return random.below(3) === 0 ? fixed("12", random) : expressed(number, sample, random);
  if (holds === "boolean")
    return random.below(3) === 0 ? fixed("Yes", random) : expressed(boolean, sample, random);
  if (holds === "texts") return expressed(texts, sample, random);
  const random3 = random.below(3);
  if (random3 === 0) return { sourceType: "ATTRIBUTE", source: random.pick(sample.columns) };
  if (holds === "date") return random3 === 1 ? fixed("2026-01-31", random) : expressed(date, sample, random);
  return random3 === 1 ? fixed("constant text", random) : expressed(text, sample, random);
}

function fixed(source: string, random: Random): From {
  const literal = random.below(2) === 0;
  return literal ? { sourceType: "EXPRESSION", source: `"${source}"` } : { sourceType: "STATIC", source };
}

function expressed(templates: readonly string[], sample: Sample, random: Random): From {
  const column = () => random.pick(sample.columns);
  return { sourceType: "EXPRESSION", source: random.pick(templates).replace(/\bCOLUMN\b/g, column) };
}

// Most of these are from Adobe's page "Data Prep mapping functions" and its troubleshooting guide.
const text = [
  "COLUMN",
  'concat(COLUMN, " ", COLUMN)',
  "upper(trim(COLUMN))",
  'iif(COLUMN.equals("phyMail"), nullify(), COLUMN)',
  'COLUMN.equalsIgnoreCase("x") ? COLUMN : "other (not x)"',
  'coalesce(COLUMN, COLUMN, "n/a")',
  'decode(COLUMN, "ca", "California", "pa", "Pennsylvania", "N/A")',
  "replacestr(COLUMN, '-', \"\")",
  'join(", ", to_array(true, COLUMN, "it\\"s", COLUMN))',
  'first(explode(COLUMN, "\\\\|"))',
  "substr(COLUMN, 0, 5) + '-' + uuid()",
  'get_values(COLUMN, "firstName", "-", ",")',
  'str_to_object("firstName - John ; phone - 123", "-", ";").get("firstName")',
  "lpad(COLUMN, 8, '0')",
  'date_part("MM", date(COLUMN))',
  'sha256(lower(COLUMN), "UTF-8")',
  'get_url_query_str(COLUMN, "retain")["name"]',
];
const number = [
  "COLUMN",
  "to_integer(COLUMN) * 100",
  "size_of([1, 2, 3, 4])",
  "(to_decimal(COLUMN) + 1.5) / -2",
  "max(3, 1, COLUMN)",
  "COLUMN mod 7",
];
const boolean = [
  "COLUMN",
  "true",
  "not empty(COLUMN) and COLUMN >= 5500",
  "COLUMN != null && !is_empty(COLUMN)",
  'matches_regex(COLUMN, "([^,]+),[^,]*,([^,]+)")',
];
const date = [
  "COLUMN",
  "now()",
  'date(COLUMN, "yyyy-MM-dd HH:mm", now())',
  "dformat(1571829875000, \"yyyy-MM-dd'T'HH:mm\")",
];
const texts = [
  'explode(COLUMN, ",")',
  "to_array(false, COLUMN, COLUMN)",
  "add_to_array(['a', 'b'], COLUMN, 'd')",
  "join_arrays(['a'], ['b'], [COLUMN])",
  "filterArray(split(COLUMN, ' '), x -> x != \"\")",
];
