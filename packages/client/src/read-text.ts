/** Bytes of an answer that worked, and of one that did not: a proxy's page is no reason to fill memory. */
const mostBytes = 32 * 2 ** 20;
const mostErrorBytes = 2 ** 20;

/** The text of an answer; none of one that is longer than any of the contract's. */
export async function readText({ ok, body }: Response): Promise<string> {
  if (!body) return '';
  let left = ok ? mostBytes : mostErrorBytes;
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    left -= value.byteLength;
    if (left < 0) {
      await reader.cancel();
      return '';
    }
    text += decoder.decode(value, { stream: true });
  }
}
