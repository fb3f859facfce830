import type { IdleLogoutSettings } from '../../contract/idle-logout.ts'
import { idleSettingsMessages } from '../../messages/idle-settings.ts'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

/** Returns a function that says settings in a few words, such as "15 minutes". */
export function useIdleSettingWords() {
  const t = useMessages(idleSettingsMessages)
  const { list } = useFormats()
  return ({ enabled, timeoutMinutes, allowHold }: IdleLogoutSettings, other?: IdleLogoutSettings) => {
    const length = enabled ? t.minutes({ count: timeoutMinutes }) : t.off
    const isHoldNews = other !== undefined && other.allowHold !== allowHold
    return isHoldNews ? list([length, allowHold ? t.holdOn : t.holdOff]) : length
  }
}

/** Whether two settings mean the same. The duration doesn't matter while idle logout is off. */
export const isSameIdleSettings = (a: IdleLogoutSettings, b: IdleLogoutSettings) =>
  a.enabled === b.enabled &&
  a.allowHold === b.allowHold &&
  (!a.enabled || a.timeoutMinutes === b.timeoutMinutes)
