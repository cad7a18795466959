const beatMs = 20_000;

/** Reports the title of a long task, and every 20 seconds the elapsed time. */
export async function withElapsedTime<T>(
  title: string,
  progress: (line: string) => void,
  run: () => Promise<T>,
): Promise<T> {
  const startedMs = Date.now();
  progress(`${title} ...`);
  const beat = setInterval(() => {
    progress(`${title} ... ${Math.round((Date.now() - startedMs) / 1000)} s`);
  }, beatMs);
  try {
    return await run();
  } finally {
    clearInterval(beat);
  }
}
