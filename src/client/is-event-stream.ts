/** The media type of server-sent events. */
export const eventStream = 'text/event-stream'

/** Whether an answer goes on for as long as both sides like. */
export const isEventStream = ({ headers }: Response): boolean =>
  headers.get('content-type')?.toLowerCase().startsWith(eventStream) ?? false
