import { type ComponentPropsWithoutRef, forwardRef, useId } from 'react'
import type { IdleLogoutPolicy, IdleLogoutSettings } from '../../contract/idle-logout.ts'
import { idleSettingsMessages } from '../../messages/idle-settings.ts'
import { Avatar } from '../../primitives/avatar/Avatar.tsx'
import { Button } from '../../primitives/button/Button.tsx'
import { Switch } from '../../primitives/checkbox/Switch.tsx'
import { classNames } from '../../primitives/element/class-names.ts'
import { fillNodes } from '../../primitives/element/fill-nodes.ts'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNow } from '../../primitives/roster-ui/useNow.ts'
import { IdleAffected } from './IdleAffected.tsx'
import { IdleSaveBar } from './IdleSaveBar.tsx'
import { IdleTimeoutCards } from './IdleTimeoutCards.tsx'
import { isSameIdleSettings, useIdleSettingWords } from './idle-setting-words.ts'

/** Props of {@link IdleLogoutForm}. */
export interface IdleLogoutFormProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** What is saved. */
  policy: IdleLogoutPolicy
  /** What is chosen and may not be saved yet. @default what is saved */
  draft?: IdleLogoutSettings | undefined
  onDraftChange?: ((draft: IdleLogoutSettings | undefined) => void) | undefined
  /** Omit it where the viewer can't save: everything can be seen and nothing changed. */
  onSave?: ((settings: IdleLogoutSettings) => void) | undefined
  isSaving?: boolean
  /** Why it couldn't be saved, as a sentence. */
  failure?: string | undefined
  /** Whether someone else has changed the policy since the draft was begun. @default false */
  isConflict?: boolean
  companyName?: string | undefined
  viewerId?: string | undefined
  /** Shows the warning as people see it. */
  onPreview?: (() => void) | undefined
}

/** The company's policy for idle logout: on or off, after how long, and whether calls hold it. */
export const IdleLogoutForm = forwardRef<HTMLDivElement, IdleLogoutFormProps>(function IdleLogoutForm(
  {
    policy,
    draft,
    onDraftChange,
    onSave,
    isSaving = false,
    failure,
    isConflict = false,
    companyName,
    viewerId,
    onPreview,
    className,
    ...rest
  },
  ref,
) {
  const t = useMessages(idleSettingsMessages)
  const words = useIdleSettingWords()
  const id = useId()
  const saved = {
    enabled: policy.enabled,
    timeoutMinutes: policy.timeoutMinutes,
    allowHold: policy.allowHold,
  }
  const shown = draft ?? saved
  const reason = onSave ? undefined : t.readOnly
  const isChanged = draft !== undefined && !isSameIdleSettings(draft, saved)
  const change = (part: Partial<IdleLogoutSettings>) => onDraftChange?.({ ...shown, ...part })

  return (
    <div ref={ref} className={classNames('roster-idle-form', className)} {...rest}>
      <p className="roster-idle-lead">
        <Icon name="clock" />
        <span>
          <Lead policy={policy} companyName={companyName} />
        </span>
      </p>
      <div className="roster-idle-setting">
        <div className="roster-idle-setting-text">
          <label className="roster-idle-setting-title" htmlFor={`${id}-on`}>
            {t.enabled}
          </label>
          <p id={`${id}-on-note`} className="roster-idle-setting-note">
            {t.enabledNote}
          </p>
        </div>
        <Switch
          id={`${id}-on`}
          aria-describedby={`${id}-on-note`}
          checked={shown.enabled}
          reason={reason}
          onCheckedChange={(enabled) => change({ enabled })}
        />
      </div>
      {shown.enabled && (
        <IdleTimeoutCards
          value={shown.timeoutMinutes}
          current={saved.enabled ? saved.timeoutMinutes : undefined}
          reason={reason}
          onValueChange={(timeoutMinutes) => change({ timeoutMinutes })}
        />
      )}
      <div className="roster-idle-setting" data-line="">
        <div className="roster-idle-setting-text">
          <label className="roster-idle-setting-title" htmlFor={`${id}-hold`}>
            {t.hold}
          </label>
          <p id={`${id}-hold-note`} className="roster-idle-setting-note">
            {t.holdNote}
          </p>
        </div>
        <Switch
          id={`${id}-hold`}
          aria-describedby={`${id}-hold-note`}
          checked={shown.allowHold}
          reason={reason}
          onCheckedChange={(allowHold) => change({ allowHold })}
        />
      </div>
      {policy.sessions && (
        <IdleAffected
          sessions={policy.sessions}
          enabled={shown.enabled}
          timeoutMinutes={shown.timeoutMinutes}
        />
      )}
      <div className="roster-idle-byline" data-line="">
        <Byline policy={policy} viewerId={viewerId} />
        {onPreview && (
          <Button variant="quiet" icon="eye" onClick={onPreview}>
            {t.preview}
          </Button>
        )}
      </div>
      {isChanged && onSave && (
        <IdleSaveBar
          before={words(saved, draft)}
          after={words(draft, saved)}
          isSaving={isSaving}
          failure={failure}
          isConflict={isConflict}
          onDiscard={() => onDraftChange?.(undefined)}
          onSave={() => onSave(draft)}
        />
      )}
    </div>
  )
})

function Lead({ policy, companyName }: Pick<IdleLogoutFormProps, 'policy' | 'companyName'>) {
  const t = useMessages(idleSettingsMessages)
  const company = <bdi>{companyName}</bdi>
  if (!policy.enabled) {
    const stay = <strong>{t.lead.stay}</strong>
    return companyName === undefined
      ? fillNodes(t.lead.offWithoutName, { stay })
      : fillNodes(t.lead.off, { stay, companyName: company })
  }
  const count = policy.timeoutMinutes
  const limit = <strong>{t.minutes({ count })}</strong>
  return companyName === undefined
    ? fillNodes((marks: { limit: string }) => t.lead.onWithoutName({ count, ...marks }), { limit })
    : fillNodes((marks: { limit: string; companyName: string }) => t.lead.on({ count, ...marks }), {
        limit,
        companyName: company,
      })
}

function Byline({
  policy: { updatedBy, updatedAt },
  viewerId,
}: Pick<IdleLogoutFormProps, 'policy' | 'viewerId'>) {
  const t = useMessages(idleSettingsMessages)
  const { date } = useFormats()
  const now = useNow()
  const at = updatedAt === undefined || now === undefined ? undefined : date(updatedAt, now)
  if (!updatedBy || at === undefined) return <span />
  const name = updatedBy.name ?? t.someone
  return (
    <span className="roster-idle-by">
      <Avatar personId={updatedBy.id} name={updatedBy.name ?? ''} size="tiny" />
      <span>
        {updatedBy.id === viewerId
          ? t.changedByYou({ date: at })
          : fillNodes((marks: { name: string }) => t.changedBy({ date: at, ...marks }), {
              name: <bdi>{name}</bdi>,
            })}
      </span>
    </span>
  )
}
