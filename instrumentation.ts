/** Called once by the web server before it serves. What no page caught is printed by the server itself, database errors with their values. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { redactConsole } = await import('@/db/redact-error');
  redactConsole(console);
  const { listenForDrain } = await import('@/db/readiness');
  listenForDrain();
  if (process.env.NODE_ENV === 'production') {
    const { sendPublicPagesWithoutScript } = await import('@/app/_server/without-script');
    sendPublicPagesWithoutScript();
  }
  const { startTracing } = await import('@/db/tracing');
  await startTracing('web');
}
