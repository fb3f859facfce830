import type { Store } from '../../backend/core/ports/store.ts'

/** Rows of a step, so that a selection of a page has several. */
const rows = 20

/** A store that does selections in small steps. */
export const smallSteps = (store: Store): Store => ({
  ...store,
  selections: {
    ...store.selections,
    turns: (company, id, from, limit) => store.selections.turns(company, id, from, Math.min(limit, rows)),
  },
})
