import { followChanges } from '../events/follow-changes.ts'
import type { Call, Handler, Services } from '../http/call.ts'
import { eventStream } from '../streams/event-stream.ts'

export const listEvents: Handler<'listEvents'> = async (call, services) => {
  if (wantsStream(call.request)) return streamEvents(call, services)
  const { changes, revision, gap } = await services.store.changes(call.place.company.id, call.query.since)
  return { events: changes.map((change) => ({ ...change, at: change.at.toISOString() })), revision, gap }
}

/** HEAD returns the list, since nothing would read or end a stream. */
const wantsStream = ({ method, headers }: Request) =>
  method === 'GET' && /\btext\/event-stream\b/i.test(headers.get('accept') ?? '')

function streamEvents(call: Call<'listEvents'>, services: Services): Response {
  const { streams, log } = services
  const stream = streams.open(call.place.session.id)
  const texts = followChanges(call, services, stream.signal)
  const failed = (err: unknown) => log.warn({ requestId: call.requestId, err }, 'an event stream failed')
  return new Response(eventStream(texts, stream, failed), {
    // Keeps proxies from buffering, or from waiting for more to compress.
    headers: {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}
