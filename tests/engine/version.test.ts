import { compareVersions, isAtLeast, parseVersion } from "./version";

test.each([
  ["v3.232.0\n", [3, 232, 0]],
  ["3.270.1", [3, 270, 1]],
  ["1.26", [1, 26, 0]],
  ["v3.240.0+homebrew", [3, 240, 0]],
])("%j is a version", (text, expected) => {
  expect(parseVersion(text)).toEqual(expected);
});

test.each(["", "v3.250.0-alpha.1", "v3.250.0-dev", "latest", "3", "v3.232.0 (a warning)"])(
  "%j is not a release version",
  (text) => {
    expect(parseVersion(text)).toBeUndefined();
  },
);

test("versions are compared as numbers, not as text", () => {
  expect(compareVersions([3, 9, 0], [3, 232, 0])).toBeLessThan(0);
  expect(compareVersions([3, 232, 10], [3, 232, 9])).toBeGreaterThan(0);
  expect(isAtLeast([3, 232, 0], [3, 232, 0])).toBe(true);
  expect(isAtLeast([2, 999, 0], [3, 232, 0])).toBe(false);
});
