import { runCommand } from "./runCommand";

const node = process.execPath;

test("passes on input and returns output and exit code", async () => {
  const pieces: string[] = [];
  const script =
    "process.stdin.pipe(process.stdout).on('error', () => 0); process.stderr.write('e'); process.exitCode = 3";
  const result = await runCommand(node, ["--eval", script], {
    input: "given",
    onOutput: (text) => pieces.push(text),
  });
  expect(result).toEqual({ code: 3, stdout: "given", stderr: "e" });
  expect(pieces.join("")).toHaveLength("givene".length);
});

test("reports the name of a program that does not exist", async () => {
  await expect(runCommand("/no/such/program", [])).rejects.toThrow("/no/such/program could not be started");
});

test("stops the program and its children at the deadline and reports the last output", async () => {
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
  // The process has ended, or its parent has not collected its status yet.
  expect(state.trim()).toMatch(/^(Z\S*)?$/);
});

test("sends SIGINT when the signal is aborted", async () => {
  const abort = new AbortController();
  const script =
    "process.on('SIGINT', () => process.exit(7)); process.stdout.write('ready'); setInterval(() => 0, 1000)";
  const { code } = await runCommand(node, ["--eval", script], {
    signal: abort.signal,
    onOutput: () => abort.abort(),
  });
  expect(code).toBe(7);
});
