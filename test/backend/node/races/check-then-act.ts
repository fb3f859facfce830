import type { Store } from '../../../../backend/core/ports/store.ts'
import type { Decision } from '../../../../backend/core/ports/write.ts'

/** The bug that the lock prevents: a decision made before it is taken, and carried out whatever happened since. */
export const checkThenAct = (store: Store): Store => ({
  ...store,
  async write(company, intent, plan) {
    type Answer = ReturnType<typeof plan.decide> extends Decision<infer Kept> ? Kept : never
    let decided: Decision<Answer> | undefined
    await store.write(
      company,
      { ...intent, id: crypto.randomUUID() },
      {
        ...plan,
        decide(facts) {
          decided = plan.decide(facts)
          return { refused: { code: 'unavailable' } }
        },
      },
    )
    return store.write(company, intent, { ...plan, decide: (facts) => decided ?? plan.decide(facts) })
  },
})
