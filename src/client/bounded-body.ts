import { isEventStream } from './is-event-stream.ts'
import type { Layer } from './pipeline.ts'

/** The media type of a download, which may be of any length. Only a request that accepts it gets one. */
export const csv = 'text/csv'

const isDownload = ({ headers }: Request) => headers.get('accept')?.startsWith(csv) ?? false

const mostBytes = 8 * 1_024 * 1_024

/** Cuts off a body that is longer than any response of this API, so that a hostile server can't fill the memory. */
export const boundedBody: Layer = async (request, next) => {
  const response = await next(request)
  if (
    !response.body ||
    typeof TransformStream !== 'function' ||
    isEventStream(response) ||
    (response.ok && isDownload(request))
  )
    return response
  let bytes = 0
  const meter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength
      if (bytes > mostBytes) controller.error(new Error(`the body is longer than ${mostBytes} bytes`))
      else controller.enqueue(chunk)
    },
  })
  const { status, statusText, headers } = response
  return new Response(response.body.pipeThrough(meter), { status, statusText, headers })
}
