import type { IdleState } from './idle-state.ts'

/** Whether activity postpones the end. During the warning only *Stay logged in* does. */
export const isMovable = ({ phase, limit }: Pick<IdleState, 'phase' | 'limit'>): boolean =>
  phase === 'active' || phase === 'off' || (phase === 'warning' && limit === 'absolute')
