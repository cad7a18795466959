/** Arguments and result of a function of Data Prep. */
export interface MappingFunction {
  readonly least: number;
  /** Absent: any number. */
  readonly most?: number;
  /** Absent if it depends on the arguments. */
  readonly returns?: ValueKind;
  /** The arguments after the first one name attributes of its objects, not source fields. */
  readonly namesAttributes?: true;
}

/** `leaf`: text, number, boolean or date, which Data Prep converts into each other. */
export type ValueKind = "leaf" | "array" | "object";

/**
 * The result (`?`: depends on the arguments), then names with the number of arguments (`+`: or more). Adobe: "Data Prep
 * mapping functions" (help/data-prep/functions.md), whose tables list all functions. If its text, its syntax and its example
 * have different numbers of arguments, all of them are accepted.
 */
const table = `
leaf concat:0+ instr:2-4 replacestr:3 substr:3 lower:1 lcase:1 upper:1 ucase:1 join:2+ lpad:3 rpad:3 left:2 right:2
leaf ltrim:1 rtrim:1 trim:1 matches_regex:2 sha1:1-2 sha256:1-2 sha512:1-2 md5:1-2 crc32:1-2
array explode:1-2 split:2 extract_regex:2
leaf get_url_protocol:1 get_url_host:1 get_url_port:1 get_url_path:1-2 get_url_encoded:1 get_url_decoded:1
object get_url_query_str:2
leaf now:0 timestamp:0 format:2 dformat:2 date:1-3 date_part:2 set_date_part:3 make_date_time:7-8
leaf make_timestamp:7-8 zone_date_to_utc:1 zone_date_to_zone:2
leaf is_empty:1 contains_key:1 is_set:1 map_has_keys:2 size_of:1 array_to_string:2
object to_object:0+ str_to_object:1-3 add_to_map:2+ object_to_map:1+ array_to_map:2 to_map:0+
array arrays_to_object:2+ arrays_to_objects:2+ get_keys:1 to_array:1+ add_to_array:1+ join_arrays:1+
array upsert_array_append:1 upsert_array_replace:1-2 filterArray:2 transformArray:2 flattenArray:1+
? nullify:0 get_values:3-4 map_get_values:2 coalesce:0+ first:0+ last:0+ decode:2+ iif:3 json_to_object:1
leaf min:1+ max:1+ to_bigint:1 to_decimal:1 to_float:1 to_integer:1 uuid:0 guid:0 fpid_to_ecid:1
leaf ua_os_name:1 ua_os_version_major:1 ua_os_version:1 ua_os_name_version:1 ua_agent_version:1
leaf ua_agent_version_major:1 ua_agent_name:1 ua_device_class:1 aa_get_event_id:2 aa_get_event_value:2
array aa_get_product_categories:1 aa_get_product_names:1 aa_get_product_quantities:1 aa_get_product_prices:1
array aa_get_product_event_values:2 aa_get_product_evars:2`;

export const mappingFunctions: ReadonlyMap<string, MappingFunction> = new Map(
  table
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [result, ...words] = line.split(" ");
      return words.map((word): [string, MappingFunction] => {
        const [, name = "", least, more, most] = /^(\w+):(\d+)(\+?)(?:-(\d+))?$/.exec(word) ?? [];
        return [
          name,
          {
            least: Number(least),
            ...(more === "+" ? {} : { most: Number(most ?? least) }),
            ...(result === "?" ? {} : { returns: result as ValueKind }),
            ...(name === "object_to_map" || name === "array_to_map" ? { namesAttributes: true } : {}),
          },
        ];
      });
    }),
);

/** The methods of text that Adobe's page lists. There are others, because values are Java objects. */
export const mappingMethods: ReadonlyMap<string, MappingFunction> = new Map([
  ["equals", { least: 1, most: 1, returns: "leaf" }],
  ["equalsIgnoreCase", { least: 1, most: 1, returns: "leaf" }],
]);

/** A field with one of these names is written `${name}`. Adobe: the same page, "Fields". */
export const reservedWords: ReadonlySet<string> = new Set(
  (
    "new mod or break var lt for false while eq gt div not null continue else and ne true le if ge return " +
    "_errors do function empty size"
  ).split(" "),
);

/** Adobe: "Data Prep overview", calculated fields. */
export const longestExpression = 4096;
