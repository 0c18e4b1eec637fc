/** SIGTERM and SIGINT stop a server in order; a second one ends the process at once. */
export const stopOnSignals = (server: {readonly stop: () => Promise<void>}): void => {
  const stop = (): void => {
    for (const signal of signals) process.off(signal, stop);
    server.stop().catch((error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    });
  };
  for (const signal of signals) process.on(signal, stop);
};

const signals = ['SIGTERM', 'SIGINT'] as const;
