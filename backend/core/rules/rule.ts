import type { Permission } from '@aicx/roster/contract'
import type { Decision, Facts } from '../ports/write.ts'

/** Decides a write by the facts and the product's permissions. It is pure, since a store may call it again. */
export type Rule<Answer> = (facts: Facts, product: readonly Permission[]) => Decision<Answer>
