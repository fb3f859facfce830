import { onTestFinished } from 'vitest'
import type { RosterEvent } from '../../../src/contract/events.ts'

/** Reads the events of a streamed answer as they come. */
export function readStream(response: Response) {
  const events: RosterEvent[] = []
  let text = ''
  let isOpen = true
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  const read = async () => {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
      if (done) break
      text += decoder.decode(value, { stream: true })
      events.splice(
        0,
        events.length,
        ...[...text.matchAll(/^data: (.*)\n\n/gm)].map(([, json = '']) => JSON.parse(json)),
      )
    }
    isOpen = false
  }
  const reading = read()
  const close = async () => {
    await reader?.cancel()
    await reading
  }
  onTestFinished(close)
  return {
    events,
    /** Comments and data alike. */
    text: () => text,
    isOpen: () => isOpen,
    close,
  }
}
