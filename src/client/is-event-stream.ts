/** The media type of server-sent events. */
export const eventStream = 'text/event-stream'

/** Whether a response is a stream of events. */
export const isEventStream = ({ headers }: Response): boolean =>
  headers.get('content-type')?.toLowerCase().startsWith(eventStream) ?? false
