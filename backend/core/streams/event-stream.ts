/** Texts as the body of a `text/event-stream`, pulled as the client reads. An error ends the stream. */
export function eventStream(
  texts: AsyncGenerator<string>,
  stream: AbortController,
  failed: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await texts.next().catch((error) => {
          failed(error)
          return { done: true, value: undefined }
        })
        if (!done) return controller.enqueue(encoder.encode(value))
        stream.abort()
        controller.close()
      },
      async cancel() {
        stream.abort()
        await texts.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
