import tseslint from "typescript-eslint";

/** Names that the project replaced: each had several meanings, or another word is standard. */
const replacedNames = `
  around Surroundings surroundings facetOf authored resend newer givenUp speaking hold keep held
  converge sync settle settled arrival takeOver importable youthMs graceMs lostPatienceMs
  inUsePatienceMs said evidence whatWasSaid Work ifRight checked remember providerPlace Json
  resultOf mappingOf textOf idOf answer Answer answers reply Reply replies
`
  .trim()
  .split(/\s+/);

export default tseslint.config(
  { ignores: ["dist/", ".demo/", "node_modules/", "tests/compatibility/[0-9]*/", "**/*.js", "**/*.mjs"] },
  ...tseslint.configs.strict,
  {
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { ignoreRestSiblings: true, argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      "id-denylist": ["error", ...replacedNames],
      "no-console": "error",
    },
  },
  {
    // The package exports `Answer`, the deprecated alias of a type.
    files: ["tests/emulator/index.ts"],
    rules: { "id-denylist": ["error", ...replacedNames.filter((name) => name !== "Answer")] },
  },
);
