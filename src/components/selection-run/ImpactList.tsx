import type { Impact } from '../../contract/selections.ts'
import { plainText } from '../../messages/isolate.ts'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import type { IconName } from '../../primitives/icon/drawings.tsx'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import type { RunMessages } from './run-words.ts'

const icons: Record<string, IconName> = {
  open_conversations: 'chat',
  teams_left_empty: 'users',
  pending_invitations: 'mail',
}

/** The message for an impact, or else the host's text. Without either, nothing is shown. */
function impactSentence(t: RunMessages, { kind, count, params, text }: Impact): string | undefined {
  const sentences = t.impacts
  if (kind === 'teams_left_empty' && params?.name)
    return sentences.teams_left_empty_named({ count, name: params.name })
  const own = Object.hasOwn(sentences, kind) ? sentences[kind as keyof typeof sentences] : undefined
  return own ? own({ count, name: '' }) : text && plainText(text)
}

/** What else changes, as far as the backend reports it. */
export function ImpactList({ impact }: { impact: readonly Impact[] }) {
  const t = useMessages(selectionRunMessages)
  const shown = impact.flatMap((each) => {
    const sentence = each.count > 0 ? impactSentence(t, each) : undefined
    return sentence ? { kind: each.kind, sentence } : []
  })
  if (shown.length === 0) return null
  return (
    <section className="roster-run-block">
      <h3 className="roster-run-block-title">{t.impact}</h3>
      <ul className="roster-run-impact">
        {shown.map(({ kind, sentence }) => (
          <li key={`${kind} ${sentence}`}>
            <Icon name={icons[kind] ?? 'alert'} />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
