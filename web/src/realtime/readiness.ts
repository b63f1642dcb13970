/** Whether the voice can be used already; typed questions are answered either way. */
export async function isVoiceReady(signal: AbortSignal): Promise<boolean> {
  const response = await fetch('/readyz', { signal })
  return response.ok
}
