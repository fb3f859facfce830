import type { IdleTimeout } from '../../base/idle-timeouts.ts'
import type { OpenSessions } from '../../contract/idle-logout.ts'
import { idleSettingsMessages } from '../../messages/idle-settings.ts'
import { fillNodes } from '../../primitives/element/fill-nodes.ts'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

interface IdleAffectedProps {
  sessions: OpenSessions
  enabled: boolean
  timeoutMinutes: IdleTimeout
}

/** Whom a policy concerns, and whether the host counts their activity at all. */
export function IdleAffected({ sessions, enabled, timeoutMinutes }: IdleAffectedProps) {
  const t = useMessages(idleSettingsMessages)
  const { number } = useFormats()
  const { open, reporting, idleOver } = sessions
  const idle = idleOver[timeoutMinutes]
  const silent = open - reporting
  const isNone = reporting === 0
  const text = isNone ? t.noReportsText : t.fewReportsText
  const isForgotten = enabled && open > 0 && reporting * 2 < open
  return (
    <div className="roster-idle-setting" data-line="">
      <div className="roster-idle-setting-text">
        <h2 className="roster-idle-setting-title">{t.affects}</h2>
        <p className="roster-idle-setting-note">
          <span>{t.signedIn({ count: open })}</span>
          <span> </span>
          {enabled && idle > 0 && <span>{t.warnedFirst({ count: idle })}</span>}
        </p>
        {isForgotten && (
          <div role="status" className="roster-idle-notice">
            <Icon name="alert" />
            <div>
              <strong>
                {isNone
                  ? t.noReports({ count: open })
                  : t.fewReports({ count: open, reporting: number(reporting) })}
              </strong>
              <p className="roster-idle-line">
                {fillNodes((marks: { guard: string }) => text({ count: silent, ...marks }), {
                  guard: <code translate="no">IdleLogoutGuard</code>,
                })}
              </p>
            </div>
          </div>
        )}
      </div>
    </div>
  )
}
