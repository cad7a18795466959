/** The expressions of calculated fields: brackets, texts, and the names of functions (Adobe: "Data Prep mapping functions"). */

const functions = new Set(
  (
    "concat explode instr replacestr substr lower lcase upper ucase split join lpad rpad left right ltrim rtrim trim " +
    "equals equalsIgnoreCase extract_regex matches_regex mask " +
    "sha1 sha256 sha512 md5 crc32 " +
    "get_url_protocol get_url_host get_url_port get_url_path get_url_query_str get_url_encoded get_url_decoded " +
    "now timestamp format dformat date date_part set_date_part make_date_time make_timestamp zone_date_to_utc zone_date_to_zone " +
    "is_empty arrays_to_object arrays_to_objects to_object str_to_object contains_key is_set nullify get_keys get_values " +
    "map_get_values map_has_keys add_to_map object_to_map to_map array_to_map " +
    "coalesce first last add_to_array join_arrays to_array size_of upsert_array_append upsert_array_replace " +
    "filterArray transformArray flattenArray array_to_string get " +
    "decode iif min max to_bigint to_decimal to_float to_integer json_to_object " +
    "uuid guid fpid_to_ecid " +
    "ua_os_name ua_os_version_major ua_os_version ua_os_name_version ua_agent_version ua_agent_version_major ua_agent_name " +
    "ua_device_class " +
    "aa_get_event_id aa_get_event_value aa_get_product_categories aa_get_product_names aa_get_product_quantities " +
    "aa_get_product_prices aa_get_product_event_values aa_get_product_evars"
  ).split(" "),
);

/** Words of the language that can stand before a bracket. */
const words = new Set(
  "if for while return and or not eq ne lt le gt ge mod div empty size function var in else".split(" "),
);

const closing: Record<string, string> = { "(": ")", "[": "]", "{": "}" };

/** A text, a quoted name, a comment, a name with a bracket or not, or one other character. */
const token =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|\$\{[^}]*\}|\/\*[\s\S]*?\*\/|\/\/[^\n]*|(?:\.\s*)?[\p{L}_$][\p{L}\p{N}_$]*(?:\s*\()?|\s+|./gsu;

/** Why Data Prep cannot read the expression; undefined if it can. */
export function expressionProblem(expression: string): string | undefined {
  const open: string[] = [];
  for (const [part] of expression.matchAll(token)) {
    if (/^["'`]$/.test(part)) return `The text that begins with ${part} has no end.`;
    const name = /^([\p{L}_$][\p{L}\p{N}_$]*)\s*\($/u.exec(part)?.[1];
    if (name !== undefined && !functions.has(name) && !words.has(name))
      return `There is no function ${name}.`;
    const last = part.at(-1) ?? "";
    const isPlain = part.length === 1 || /^[\p{L}_$.][^"']*\($/u.test(part);
    if (!isPlain) continue;
    const end = closing[last];
    if (end !== undefined) open.push(end);
    else if (Object.values(closing).includes(last) && open.pop() !== last)
      return `There is a ${last} too many.`;
  }
  const missing = open.pop();
  return missing === undefined ? undefined : `A ${missing} is missing.`;
}
