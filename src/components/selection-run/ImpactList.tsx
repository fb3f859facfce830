import type { Impact } from '../../contract/selections.ts'
import { plainText } from '../../messages/isolate.ts'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import { Checkbox } from '../../primitives/checkbox/Checkbox.tsx'
import { Choice } from '../../primitives/choice/Choice.tsx'
import type { IconName } from '../../primitives/icon/drawings.ts'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import type { InvitationsChoice } from './confirm-run-props.ts'
import type { RunMessages } from './run-words.ts'

const icons: Record<string, IconName> = {
  open_conversations: 'chat',
  teams_left_empty: 'users',
  pending_invitations: 'mail',
  queued_emails: 'clock',
}

interface ImpactListProps {
  impact: readonly Impact[]
  invitationsChoice?: InvitationsChoice | undefined
}

/** The message for an impact, or else the host's text. Without either, nothing is shown. */
function impactSentence(t: RunMessages, { kind, count, params, text }: Impact): string | undefined {
  const sentences = t.impacts
  if (kind === 'teams_left_empty' && params?.name)
    return sentences.teams_left_empty_named({ count, name: params.name })
  const own = Object.hasOwn(sentences, kind) ? sentences[kind as keyof typeof sentences] : undefined
  return own ? own({ count, name: '' }) : text && plainText(text)
}

/** What else changes, as far as the backend reports it, and whether pending invitations are deleted too. */
export function ImpactList({ impact, invitationsChoice }: ImpactListProps) {
  const t = useMessages(selectionRunMessages)
  const shown = impact.flatMap((each) => {
    const sentence = each.count > 0 ? impactSentence(t, each) : undefined
    if (!sentence) return []
    const { kind, deletable } = each
    const choice = deletable && kind === 'pending_invitations' ? invitationsChoice : undefined
    const deleted = choice?.checked && impactSentence(t, { ...each, kind: 'pending_invitations_deleted' })
    return { key: `${kind} ${sentence}`, kind, sentence: deleted || sentence, choice }
  })
  if (shown.length === 0) return null
  return (
    <section className="roster-run-block">
      <h3 className="roster-run-block-title">{t.impact}</h3>
      <ul className="roster-run-impact">
        {shown.map(({ key, kind, sentence, choice }) => (
          <li key={key}>
            <Icon name={(Object.hasOwn(icons, kind) && icons[kind]) || 'alert'} />
            <div>
              <span>{sentence}</span>
              {choice && (
                <Choice
                  dense
                  title={t.deleteInvitations}
                  note={t.deleteInvitationsNote}
                  control={(names) => (
                    <Checkbox
                      {...names}
                      checked={choice.checked}
                      onChange={({ target }) => choice.onCheckedChange(target.checked)}
                    />
                  )}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
