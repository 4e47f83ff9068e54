/** The lines of a stream of UTF-8, without their ends; several at a time, as they come. */
export async function* readLines(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<string[], void, undefined> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
    if (done) break;
  }
  if (rest !== '') yield [rest];
}
