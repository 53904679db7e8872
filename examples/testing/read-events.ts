/** One event of a stream of the platform. */
export interface ReadEvent {
  event: string;
  data: unknown;
}

/** The events of an answer, as they come. */
export async function* readEvents({ body }: Response): AsyncGenerator<ReadEvent, void> {
  let text = '';
  for await (const part of body!.pipeThrough(new TextDecoderStream())) {
    text += part;
    const blocks = text.split('\n\n');
    text = blocks.pop()!;
    for (const block of blocks) {
      const parts = /^event: (\w+)\ndata: (.*)$/.exec(block);
      if (parts) yield { event: parts[1]!, data: JSON.parse(parts[2]!) as unknown };
    }
  }
}
