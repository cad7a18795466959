/** How the text of a parameter is written. */
export interface Format {
  /** False only for texts that are certainly something else. */
  readonly fits: (text: string) => boolean;
  /** Completes "must be". */
  readonly says: string;
  readonly example: string;
}

export const formats = {
  url: {
    fits: (text) => /^[a-z][a-z0-9+.-]*:\/\/[^/\s]/i.test(text),
    says: "a URL with its scheme",
    example: "https://example.com",
  },
  base64: {
    fits: (text) => /^[a-z0-9+/\s]+=*$/i.test(text),
    says: "encoded in base64, the lines around a key included",
    example: "LS0tLS1CRUdJTg==",
  },
  "connection string": {
    fits: (text) => text.includes("="),
    says: "a connection string of names and values",
    example: "Server=SERVER;Database=DATABASE;UID=USER;PWD=PASSWORD",
  },
  json: {
    fits: (text) => !text.startsWith("{") || isJson(text),
    says: "JSON in one text",
    example: '{"type":"service_account"}',
  },
} as const satisfies Record<string, Format>;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
