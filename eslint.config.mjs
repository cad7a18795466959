import tseslint from "typescript-eslint";

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
      "no-console": "error",
    },
  },
);
