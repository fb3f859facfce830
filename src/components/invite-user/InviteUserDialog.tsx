import { type DragEvent, forwardRef, type KeyboardEvent, useRef, useState } from 'react'
import { countGraphemes } from '../../base/graphemes.ts'
import { type LoadedList, supportedList } from '../../base/list-state.ts'
import type { InvitationSettings } from '../../contract/invitation-settings.ts'
import type { Role } from '../../contract/roles.ts'
import type { Team } from '../../contract/teams.ts'
import { inviteUserMessages } from '../../messages/invite-user.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { Modal } from '../../primitives/dialog/Modal.tsx'
import { ModalBody } from '../../primitives/dialog/ModalBody.tsx'
import { ModalFoot } from '../../primitives/dialog/ModalFoot.tsx'
import { ModalHead } from '../../primitives/dialog/ModalHead.tsx'
import type { ModalProps } from '../../primitives/dialog/modal-props.ts'
import { isComposing } from '../../primitives/element/is-composing.ts'
import { mergeProps } from '../../primitives/element/merge-props.ts'
import { useKeptFocus } from '../../primitives/element/useKeptFocus.ts'
import { useMergedRef } from '../../primitives/element/useMergedRef.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { AddressField } from './AddressField.tsx'
import { type AddressActions, AddressReasons } from './AddressReasons.tsx'
import { FileHint } from './FileHint.tsx'
import { InviteNotes } from './InviteNotes.tsx'
import { InviteProgress } from './InviteProgress.tsx'
import type { InviteDraftGroup } from './invite-draft-group.ts'
import { inviteLimits } from './invite-limits.ts'
import { LeftOutLines } from './LeftOutLines.tsx'
import { MessageField } from './MessageField.tsx'
import { OpenCsvFile } from './OpenCsvFile.tsx'
import { RoleField } from './RoleField.tsx'
import { SeatsLine } from './SeatsLine.tsx'
import { TeamsField } from './TeamsField.tsx'

/** Props of {@link InviteUserDialog}. Other props are passed to the dialog's element. */
export interface InviteUserDialogProps extends Omit<ModalProps, 'children'>, AddressActions {
  /** What was entered, and what can be done with it. `useInviteDraft` returns one. */
  draft: InviteDraftGroup
  /** The company's roles. Without them there is no choice. */
  roles?: LoadedList<Role> | undefined
  /** The company's teams. Without them there is no choice. */
  teams?: LoadedList<Team> | undefined
  /** The company that people are invited to, in the title. */
  companyName?: string | undefined
  /** Seats, and whether email leaves. */
  settings?: InvitationSettings | null | undefined
  /** Sends what can go now. */
  onInvite: () => void
}

/** Invites people by email: one address or five hundred, with a role, teams and a personal message. */
export const InviteUserDialog = forwardRef<HTMLDivElement, InviteUserDialogProps>(function InviteUserDialog(
  { draft, roles, teams, companyName, settings, onInvite, onResend, onOpenUser, onOpenInvitation, ...modal },
  ref,
) {
  const t = useMessages(inviteUserMessages)
  const input = useRef<HTMLTextAreaElement>(null)
  const dialog = useRef<HTMLDivElement>(null)
  const [isDragged, setDragged] = useState(false)
  const { addresses, text, ready, notSent, message, sending, result, file, named } = draft
  const messageIsTooLong =
    message.length > inviteLimits.message && countGraphemes(message) > inviteLimits.message
  const refusal = messageIsTooLong
    ? t.messageTooLong
    : ready > 0 || text.trim() !== ''
      ? undefined
      : addresses.length > 0
        ? t.noneReady
        : t.noAddress
  const choicesReason = sending ? t.choicesWait : undefined
  // What is pressed here often disappears: a file, an address, the button that sends.
  const controls = `${addresses.length} ${file !== null} ${sending !== null}`
  useKeptFocus(dialog, controls, '.roster-address-input')
  const submit = () => {
    if (!refusal && !sending) onInvite()
  }
  const supportedRoles = supportedList(roles)
  const supportedTeams = supportedList(teams)
  const drop = {
    onDragOver(event: DragEvent) {
      if (sending || !event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      setDragged(true)
    },
    onDragLeave(event: DragEvent) {
      const isInside =
        event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
      if (!isInside) setDragged(false)
    },
    onDrop(event: DragEvent) {
      setDragged(false)
      const [dropped] = event.dataTransfer.files
      if (sending || !dropped) return
      event.preventDefault()
      draft.openFile(dropped)
    },
  }

  return (
    <Modal
      ref={useMergedRef(dialog, ref)}
      part="dialog"
      data-size="wide"
      initialFocus={input}
      lightDismiss={false}
      {...mergeProps(modal, {
        ...drop,
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) submit()
        },
      })}
    >
      <ModalHead title={t.title} onClose={() => modal.onOpenChange(false)} />
      <ModalBody text={undefined}>
        <InviteNotes draft={draft} mail={settings?.mail} />
        <div className="roster-invite-addresses" data-dragged={isDragged ? '' : undefined}>
          <AddressField draft={draft} input={input} />
          {isDragged && <p className="roster-invite-drop">{t.file.drop}</p>}
          {!file && !sending && <FileHint onOpenFile={(opened) => draft.openFile(opened)} />}
          {!sending && (
            <AddressReasons
              addresses={addresses}
              onEdit={(id) => {
                draft.edit(id)
                input.current?.focus()
              }}
              onResend={onResend}
              onOpenUser={onOpenUser}
              onOpenInvitation={onOpenInvitation}
            />
          )}
        </div>
        {named.length > 0 && !sending && (
          <div className="roster-invite-pasted">
            <p className="roster-invite-pasted-title">{t.pasted.leftOut({ count: named.length })}</p>
            <LeftOutLines lines={named} />
            {draft.removeNamed && (
              <Button
                variant="link"
                onClick={() => {
                  draft.removeNamed?.()
                  input.current?.focus()
                }}
              >
                {t.pasted.remove}
              </Button>
            )}
          </div>
        )}
        {file && !sending && (
          <OpenCsvFile
            open={file}
            addressCount={addresses.length}
            onChooseColumn={draft.chooseColumn}
            onRemove={draft.removeFile}
          />
        )}
        {(supportedRoles || supportedTeams) && (
          <div className="roster-invite-choices">
            {supportedRoles && (
              <RoleField
                roles={supportedRoles}
                value={draft.roleId}
                onValueChange={draft.setRole}
                companyName={companyName}
                reason={choicesReason}
              />
            )}
            {supportedTeams && (
              <TeamsField
                teams={supportedTeams}
                value={draft.teamIds}
                onValueChange={draft.setTeams}
                reason={choicesReason}
              />
            )}
          </div>
        )}
        <MessageField value={message} isReadOnly={sending !== null} onValueChange={draft.setMessage} />
        {settings?.seats && <SeatsLine seats={settings.seats} needed={ready} />}
      </ModalBody>
      {sending ? (
        <ModalFoot note={<InviteProgress {...sending} />}>
          <Button onClick={draft.stop}>{t.stop}</Button>
        </ModalFoot>
      ) : (
        <ModalFoot
          note={
            result ? t.closingKeeps : ready > 0 && notSent > 0 ? t.othersStay({ count: notSent }) : undefined
          }
        >
          <Button onClick={() => modal.onOpenChange(false)}>{result ? t.close : t.cancel}</Button>
          <Button variant="primary" reason={refusal} onClick={submit}>
            {ready > 0 ? t.invite({ count: ready }) : t.inviteNone}
          </Button>
        </ModalFoot>
      )}
    </Modal>
  )
})
