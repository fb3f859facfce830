type Handler = (event: { defaultPrevented: boolean }) => void

/**
 * Merges the host's props with ours: of two handlers, the host's runs first and can prevent ours. Descriptions are
 * joined. For any other prop the host's value wins.
 */
export function mergeProps<Host extends object, Ours extends object>(host: Host, ours: Ours): Host & Ours {
  const merged: Record<string, unknown> = Object.assign({}, ours, host)
  for (const [name, own] of Object.entries(ours)) {
    const theirs = (host as Record<string, unknown>)[name]
    if (theirs === undefined) merged[name] = own
    else if (isHandler(own) && isHandler(theirs)) merged[name] = compose(theirs, own)
    else if (name === 'aria-describedby' && own) merged[name] = `${own} ${theirs}`
  }
  return merged as Host & Ours
}

const isHandler = (value: unknown): value is Handler => typeof value === 'function'

const compose =
  (host: Handler, own: Handler): Handler =>
  (event) => {
    // Something else, such as a layer around it, may have prevented the event before. That doesn't count as the host's
    // decision.
    const wasPrevented = event.defaultPrevented
    host(event)
    if (wasPrevented || !event.defaultPrevented) own(event)
  }
