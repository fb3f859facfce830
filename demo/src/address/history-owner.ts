/** Who uses the demo, and where their visit begins. */
let visitor: { owner: string; home: string } | undefined

/** What is stored with each entry of the browser's history, so that the next person doesn't see the last one's places. */
export const entryState = () => ({ owner: visitor?.owner })

/** Goes to the visitor's home if this entry of the history belongs to someone else. */
function leaveForeignEntry() {
  const owner: unknown = history.state?.owner
  if (!visitor || typeof owner !== 'string' || owner === visitor.owner) return
  history.replaceState(entryState(), '', visitor.home)
}

/** Begins a visit. The current entry becomes the visitor's. */
export function beginVisit(owner: string, home: string) {
  visitor = { owner, home }
  leaveForeignEntry()
  history.replaceState(entryState(), '')
}

// Before any other listener, so that nothing is rendered or requested for a place of someone else.
addEventListener('popstate', leaveForeignEntry, true)
