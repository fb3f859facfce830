import { useState } from 'react'
import { Button } from '../../../primitives/button/Button.tsx'
import { ConfirmDialog } from '../../../primitives/confirm-dialog/ConfirmDialog.tsx'
import type { IconName } from '../../../primitives/icon/drawings.ts'

interface ConfirmedActProps {
  icon: IconName
  /** The label of the button, and of the one that confirms. */
  label: string
  /** The question. */
  title: string
  /** What happens, in plain words. */
  text: string
  /** Why the viewer can't do it. */
  reason: string | undefined
  pending: boolean
  onConfirm: () => unknown
}

/** A button in the foot of the panel that acts on the user after a confirmation. */
export function ConfirmedAct({ icon, label, title, text, reason, pending, onConfirm }: ConfirmedActProps) {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button variant="quiet" icon={icon} pending={pending} reason={reason} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={title}
        text={text}
        confirmLabel={label}
        onConfirm={() => {
          setAsking(false)
          void onConfirm()
        }}
      />
    </>
  )
}
