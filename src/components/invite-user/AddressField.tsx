import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useId,
  useRef,
  useState,
} from 'react'
import { inviteUserMessages } from '../../messages/invite-user.ts'
import { isComposing } from '../../primitives/element/is-composing.ts'
import { noForm } from '../../primitives/element/no-form.ts'
import { useMergedRef } from '../../primitives/element/useMergedRef.ts'
import { Field } from '../../primitives/field/Field.tsx'
import { Hidden } from '../../primitives/hidden/Hidden.tsx'
import { useRosterUI } from '../../primitives/roster-ui/RosterUIContext.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { AddressChip } from './AddressChip.tsx'
import type { InviteDraftGroup } from './invite-draft-group.ts'
import { useChipKeys } from './useChipKeys.ts'
import { useDraftAnnouncements } from './useDraftAnnouncements.ts'
import { useRoom } from './useRoom.ts'

interface AddressFieldProps {
  draft: InviteDraftGroup
  /** The text of the field, which the dialog gives the focus. */
  input: RefObject<HTMLTextAreaElement | null>
}

/** A longer list is shown as its first chips and a count. */
const longList = 20
const shownOfLong = 4

const at = /[@＠﹫]/

/** Signs that end an address while it is typed. */
const ending = /[,;，；、،؛\n\t]$/

/** One field for one address or five hundred: chips, and text that becomes chips. */
export function AddressField({ draft, input }: AddressFieldProps) {
  const t = useMessages(inviteUserMessages).addresses
  const { dir } = useRosterUI()
  const id = useId()
  const chips = useRef<HTMLUListElement>(null)
  const ownInput = useRef<HTMLTextAreaElement>(null)
  const [isWhole, setWhole] = useState(false)
  const { addresses, text, tooMany, ready, notSent } = draft
  const isBusy = draft.sending !== null
  const isLong = addresses.length > longList
  const shown = isLong && !isWhole ? addresses.slice(0, shownOfLong) : addresses
  const room = useRoom(addresses.length)
  useDraftAnnouncements(draft)
  const focusInput = () => ownInput.current?.focus()
  const remove = (chip: string) => draft.remove([chip])
  const { onChipKeyDown, focusLastChip } = useChipKeys({
    chips,
    focusInput,
    dir,
    onRemove: isBusy ? undefined : remove,
  })

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event)) return
    const { selectionStart, selectionEnd } = event.currentTarget
    const isAtStart = selectionStart === 0 && selectionEnd === 0
    const back = dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return
    if (event.key === 'Enter' && !event.shiftKey) draft.commitText()
    else if (isAtStart && (event.key === back || event.key === 'Backspace')) {
      if (!focusLastChip()) return
    } else return
    event.preventDefault()
  }

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    if (isBusy) return
    const [file] = event.clipboardData.files
    const pasted = event.clipboardData.getData('text/plain')
    if (file && pasted === '') draft.openFile(file)
    else if (at.test(pasted) || /[\n\r]./.test(pasted.trim())) {
      const { selectionStart, selectionEnd } = event.currentTarget
      draft.addText(text.slice(0, selectionStart) + pasted + text.slice(selectionEnd))
    } else return
    event.preventDefault()
  }

  const onChange = (next: string, isComposed: boolean) => {
    // A separator after an address ends it. One after a name may be inside that name.
    const ends = ending.test(next) || (/\s$/.test(next) && !/[\s"<(]/.test(next.trim()))
    const isTyped = next.length === text.length + 1 && next.startsWith(text)
    draft.setText(next)
    if (!isComposed && isTyped && ends && at.test(next) && !/"[^"]*$|\([^)]*$/.test(next)) draft.commitText()
  }

  const onBlur = ({ relatedTarget }: FocusEvent) => {
    // A click keeps the layout as it is, so that what was pressed stays under the pointer.
    const isByKey = relatedTarget instanceof HTMLElement && relatedTarget.matches(':focus-visible')
    if (isByKey && text.trim() !== '' && tooMany === undefined) draft.commitText()
  }

  return (
    <Field
      label={t.label}
      htmlFor={id}
      noteId={`${id}-note`}
      labelEnd={addresses.length > 0 || ready > 0 ? countOf(t, ready, notSent) : undefined}
      error={tooMany === undefined ? undefined : t.tooMany({ count: tooMany, ...room })}
    >
      <div className="roster-address-field" data-busy={isBusy ? '' : undefined}>
        {shown.length > 0 && (
          <ul ref={chips} className="roster-address-chips" aria-label={t.list}>
            {shown.map((address) => (
              <AddressChip
                key={address.id}
                address={address}
                isReadOnly={isBusy}
                onRemove={() => {
                  remove(address.id)
                  focusInput()
                }}
                onKeyDown={(event) => onChipKeyDown(event, address.id)}
              />
            ))}
          </ul>
        )}
        {isLong && (
          <button
            type="button"
            className="roster-address-more"
            aria-expanded={isWhole}
            onClick={() => setWhole(!isWhole)}
          >
            {isWhole ? t.fewer : t.more({ count: addresses.length - shownOfLong })}
          </button>
        )}
        <textarea
          ref={useMergedRef(ownInput, input)}
          id={id}
          form={noForm}
          className="roster-address-input"
          rows={Math.min(6, text.split('\n', 6).length)}
          dir={text === '' ? undefined : 'ltr'}
          value={text}
          readOnly={isBusy}
          aria-invalid={tooMany === undefined ? undefined : true}
          aria-describedby={tooMany === undefined ? `${id}-keys` : `${id}-note ${id}-keys`}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          inputMode="email"
          onChange={(event) => onChange(event.target.value, (event.nativeEvent as InputEvent).isComposing)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={onBlur}
        />
        <Hidden id={`${id}-keys`}>{dir === 'rtl' ? t.keysRightToLeft : t.keys}</Hidden>
      </div>
    </Field>
  )
}

function countOf(
  t: ReturnType<typeof useMessages<(typeof inviteUserMessages)['messages']>>['addresses'],
  ready: number,
  notSent: number,
) {
  if (notSent === 0) return t.ready({ count: ready })
  return ready === 0 ? t.notSent({ count: notSent }) : t.counts({ count: ready, notSent })
}
