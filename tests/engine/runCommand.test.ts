import { runCommand } from "./runCommand";

const node = process.execPath;

test("a command gets its input, and its output and exit code are returned", async () => {
  const output: string[] = [];
  const script =
    "process.stdin.pipe(process.stdout).on('error', () => 0); process.stderr.write('e'); process.exitCode = 3";
  const result = await runCommand(node, ["--eval", script], {
    input: "given",
    onOutput: (text) => output.push(text),
  });
  expect(result).toEqual({ code: 3, stdout: "given", stderr: "e" });
  expect(output.join("")).toHaveLength("givene".length);
});

test("an unknown program is an error with its name", async () => {
  await expect(runCommand("/no/such/program", [])).rejects.toThrow("/no/such/program could not be started");
});

test("a deadline ends the program and its children, and the error shows the last output", async () => {
  const script = `
    const child = require("node:child_process").spawn("sleep", ["600"]);
    process.stdout.write(String(child.pid));
    setInterval(() => 0, 1000);
  `;
  jest.useFakeTimers({ doNotFake: ["nextTick", "queueMicrotask", "setImmediate"] });
  const error = await runCommand(node, ["--eval", script], {
    deadlineMs: 1_500,
    onOutput: () => jest.advanceTimersByTime(1_500),
  }).catch((e: Error) => e);
  jest.useRealTimers();
  const message = (error as Error).message;
  expect(message).toContain("did not end within 2 s and was stopped");
  const grandchild = Number(/(\d+)$/.exec(message)?.[1]);
  expect(grandchild).toBeGreaterThan(0);
  const { stdout: state } = await runCommand("ps", ["-o", "stat=", "-p", String(grandchild)]);
  // Gone, or waiting for its new parent to notice.
  expect(state.trim()).toMatch(/^Z?\+?$/);
});

test("an abort interrupts the program like Ctrl-C", async () => {
  const abort = new AbortController();
  const script =
    "process.on('SIGINT', () => process.exit(7)); process.stdout.write('ready'); setInterval(() => 0, 1000)";
  const { code } = await runCommand(node, ["--eval", script], {
    signal: abort.signal,
    onOutput: () => abort.abort(),
  });
  expect(code).toBe(7);
});
