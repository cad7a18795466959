/** Records all traffic as an HTTP Archive 1.2, without credentials. */

import { writeFileSync } from "node:fs";
import type { Redactor } from "./redact";

export interface Recorded {
  at: number;
  ms: number;
  method: string;
  url: URL;
  requestHeaders: Record<string, string | undefined>;
  requestText: string;
  /** 0 if no response was sent. */
  status: number;
  responseHeaders: Record<string, string>;
  responseText: string;
}

export class Archive {
  private recorded: object[] = [];

  constructor(private readonly redactor: Redactor) {}

  add(recorded: Recorded): void {
    this.recorded.push(this.entry(recorded));
  }

  clear(): void {
    this.recorded = [];
  }

  write(file: string): void {
    const creator = { name: "pulumi-aep emulator", version: "1" };
    const log = { version: "1.2", creator, entries: this.recorded };
    writeFileSync(file, JSON.stringify({ log }, undefined, 2));
  }

  private entry(recorded: Recorded): object {
    const { at, ms, method, url, requestHeaders, requestText, status, responseHeaders, responseText } =
      recorded;
    const requestType = requestHeaders["content-type"] ?? "";
    const responseType = responseHeaders["content-type"] ?? "";
    const postData = { mimeType: requestType, text: this.redactor.body(requestText, requestType) };
    const content = {
      size: Buffer.byteLength(responseText),
      mimeType: responseType,
      text: this.redactor.body(responseText, responseType),
    };
    const common = { httpVersion: "HTTP/1.1", cookies: [], headersSize: -1 };
    return {
      startedDateTime: new Date(at).toISOString(),
      time: ms,
      request: {
        ...common,
        method,
        url: this.redactor.url(url),
        headers: this.headers(requestHeaders),
        queryString: [...new URL(this.redactor.url(url)).searchParams].map(([name, value]) => ({
          name,
          value,
        })),
        bodySize: Buffer.byteLength(requestText),
        ...(requestText === "" ? {} : { postData }),
      },
      response: {
        ...common,
        status,
        statusText: "",
        headers: this.headers(responseHeaders),
        redirectURL: "",
        bodySize: content.size,
        content,
      },
      cache: {},
      timings: { send: 0, wait: ms, receive: 0 },
    };
  }

  private headers(headers: Record<string, string | undefined>): { name: string; value: string }[] {
    return Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [{ name, value: this.redactor.header(name, value) }],
    );
  }
}
