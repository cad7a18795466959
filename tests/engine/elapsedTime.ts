const beatMs = 20_000;

/** Tells what long work is going on, and every 20 seconds for how long already. */
export async function withElapsedTime<T>(
  title: string,
  progress: (line: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  const startedMs = Date.now();
  progress(`${title} ...`);
  const beat = setInterval(() => {
    progress(`${title} ... ${Math.round((Date.now() - startedMs) / 1000)} s`);
  }, beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
