const intervalMs = 20_000;

/** Prints the title of a long task, and every 20 seconds its elapsed time. */
export async function withElapsedTime<T>(
  title: string,
  progress: (line: string) => void,
  task: () => Promise<T>,
): Promise<T> {
  const startedMs = Date.now();
  progress(`${title} ...`);
  const timer = setInterval(() => {
    progress(`${title} ... ${Math.round((Date.now() - startedMs) / 1000)} s`);
  }, intervalMs);
  try {
    return await task();
  } finally {
    clearInterval(timer);
  }
}
