/** A release version: `[major, minor, patch]`. */
export type Version = readonly [number, number, number];

/** Parses the output of `pulumi version` and `go version`. Undefined for development builds and pre-releases. */
export function parseVersion(text: string): Version | undefined {
  const match = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?:\+[\w.]+)?$/.exec(text.trim());
  return match ? [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)] : undefined;
}

export function formatVersion(version: Version): string {
  return version.join(".");
}

/** Negative if `left` is older, positive if it is newer. */
export function compareVersions(left: Version, right: Version): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

export function isAtLeast(version: Version, wanted: Version): boolean {
  return compareVersions(version, wanted) >= 0;
}
