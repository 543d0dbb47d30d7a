/** A question to a service of the network, and its answer as text. */

/** How a service is asked. */
export interface PostOptions {
  /** Sent as a bearer token; none for services that want none. */
  readonly key?: string;
  /** How long the answer may take, in milliseconds. */
  readonly timeout: number;
  /** Characters of the answer, at most. */
  readonly longest: number;
}

/** Posts JSON and gives the answer's text, or why there is none. Follows no redirect, so that neither text nor key goes anywhere else; the key is never part of a reason. */
export async function postJson(
  url: string,
  body: unknown,
  { key, timeout, longest }: PostOptions,
): Promise<{ readonly text: string } | { readonly reason: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify(body),
    });
    if (response.ok) return await limitedText(response, longest);
    await response.body?.cancel();
    return { reason: `the service answered ${response.status} ${response.statusText}`.trim() };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return { reason: `it took longer than ${timeout / 1000} s` };
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
    return { reason: `the service cannot be reached${cause === '' ? '' : ` (${cause})`}` };
  }
}

async function limitedText(response: Response, longest: number): Promise<{ readonly text: string } | { readonly reason: string }> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longest) return { reason: `it is longer than ${longest} characters` };
  }
  return { text: text + decoder.decode() };
}
