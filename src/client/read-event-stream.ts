/** Most characters of one event. */
const longest = 1_000_000

/** Milliseconds without a byte, heartbeats included, after which the stream counts as lost. */
const quietest = 45_000

/**
 * The `data` of each event of a `text/event-stream` (HTML Standard §9.2), as they arrive. Leaving the loop cancels the
 * body.
 */
export async function* readEventStream(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  let data: string[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read())
      if (done) return
      // A CR at the end may be the half of a CRLF that has been cut in two.
      const text = rest + decoder.decode(value, { stream: true })
      const whole = text.endsWith('\r') ? text.slice(0, -1) : text
      const lines = whole.split(/\r\n|\n|\r/)
      rest = (lines.pop() ?? '') + text.slice(whole.length)
      for (const line of lines) {
        length += line.length
        if (length > longest) break
        if (line.startsWith('data:')) data.push(line.slice(line[5] === ' ' ? 6 : 5))
        if (line !== '') continue
        if (data.length > 0) yield data.join('\n')
        data = []
        length = 0
      }
      if (length + rest.length > longest) throw new Error(`an event is longer than ${longest} characters`)
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

async function inTime<Value>(reading: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    const error = new DOMException('The stream sent nothing for 45 seconds.', 'TimeoutError')
    timer = setTimeout(() => reject(error), quietest)
  })
  try {
    return await Promise.race([reading, silence])
  } finally {
    clearTimeout(timer)
  }
}
