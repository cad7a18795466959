import { compile } from "./compile";

const header = 'import * as pulumi from "@pulumi/pulumi";\nimport * as aep from "pulumi-aep";\n';

/** Programs that do not compile, and the expected messages of the compiler. */
export type Wrong = Readonly<Record<string, readonly [program: string, says: RegExp]>>;

/** A test for each program, by its title; returns the diagnostics of the documented programs, by name. */
export function testPrograms(
  right: Readonly<Record<string, string>>,
  wrong: Wrong,
  documented: Record<string, string>,
): Record<string, string[]> {
  const whole = (prefix: string, programs: readonly string[]) =>
    Object.fromEntries(programs.map((text, index) => [`${prefix}${index}`, `${header}${text}\nexport {};`]));
  const diagnostics = compile({
    ...documented,
    ...whole("right", Object.values(right)),
    ...whole(
      "wrong",
      Object.values(wrong).map(([program]) => program),
    ),
  });
  test.each(Object.keys(right).map((title, index) => [title, index] as const))(
    "compiles: %s",
    (_title, index) => {
      expect(diagnostics[`right${index}`]).toEqual([]);
    },
  );
  test.each(Object.entries(wrong).map(([title, [, says]], index) => [title, says, index] as const))(
    "does not compile: %s",
    (_title, says, index) => {
      const messages = diagnostics[`wrong${index}`]!;
      expect(messages).toHaveLength(1);
      expect(messages[0]!.replaceAll("\n", " ")).toMatch(says);
    },
  );
  return diagnostics;
}
