/** Accept headers of the Schema Registry. */
export const lookup = "application/vnd.adobe.xed+json;version=1";
export const list = "application/vnd.adobe.xed-id+json";
