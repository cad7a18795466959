/** What a service sent back: parsed JSON, and headers with names in lower case. */
export interface ApiResponse {
  body: unknown;
  headers: Record<string, string | undefined>;
}

export interface HttpResponse extends ApiResponse {
  status: number;
}
