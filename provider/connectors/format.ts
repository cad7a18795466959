/** The format of a text parameter. */
export interface Format {
  /** False only for texts that certainly have another format. */
  readonly fits: (text: string) => boolean;
  /** Follows "must be". */
  readonly description: string;
  readonly example: string;
}

export const formats = {
  url: {
    fits: (text) => /^[a-z][a-z0-9+.-]*:\/\/[^/\s]/i.test(text),
    description: "a URL with its scheme",
    example: "https://example.com",
  },
  base64: {
    fits: (text) => /^[a-z0-9+/\s]+=*$/i.test(text),
    description: "base64, with the first and last line of a key inside",
    example: "LS0tLS1CRUdJTg==",
  },
  "connection string": {
    fits: (text) => text.includes("="),
    description: "a connection string with names and values",
    example: "Server=SERVER;Database=DATABASE;UID=USER;PWD=PASSWORD",
  },
  json: {
    fits: (text) => !text.startsWith("{") || isJson(text),
    description: "JSON in one string",
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
