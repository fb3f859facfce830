import { longestHold } from './floor.ts'
import type { IdleCore } from './idle-core.ts'
import type { IdleHold } from './idle-engine.ts'

/**
 * Postpones the logout on the server, or here if the browser decides. `ask` then loads the time that is left, and resolves
 * to whether that succeeded.
 */
export async function holdLogout(
  core: IdleCore,
  { reason, maxMs }: { reason: string; maxMs: number },
  ask: () => Promise<boolean>,
): Promise<IdleHold> {
  const { port, time } = core
  const { allowHold, warnMs } = core.getState().policy
  if (!allowHold)
    throw Object.assign(new Error('The policy allows no hold (see docs/errors/hold_not_allowed.md).'), {
      code: 'hold_not_allowed',
    })
  if (!(maxMs > 0))
    throw new RangeError(`maxMs must be a positive number, got ${maxMs} (see docs/errors/invalid_body.md).`)
  if (port.get && !port.hold)
    throw Object.assign(
      new Error('The port has no hold, and its server decides (see docs/errors/unsupported.md).'),
      { code: 'unsupported' },
    )
  const most = Math.min(maxMs, longestHold - (time.now() - core.lastActivity()))
  const hold = await port.hold?.({ reason, maxMs: Math.ceil(Math.min(maxMs, longestHold)) })
  const shorten =
    hold && (await ask()) ? undefined : core.extend(Math.min(hold?.remainingMs ?? most, most) + warnMs)
  return {
    async release() {
      // As after a hold that ends by its time, the person is warned first.
      shorten?.(warnMs)
      if (!hold) return
      try {
        await port.release?.(hold.id)
      } catch {
        // It ends by its time.
      }
      await ask()
    },
  }
}
