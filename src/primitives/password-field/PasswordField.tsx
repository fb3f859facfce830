import { forwardRef, useState } from 'react'
import { fieldsMessages } from '../../messages/fields.ts'
import { IconButton } from '../icon-button/IconButton.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'
import { TextField, type TextFieldProps } from '../text-field/TextField.tsx'

/** Props of {@link PasswordField}. Other props are passed to the `<input>`. */
export type PasswordFieldProps = Omit<TextFieldProps, 'type' | 'end'>

/** A field for a password, with a button that shows the password. */
export const PasswordField = forwardRef<HTMLInputElement, PasswordFieldProps>(
  function PasswordField(props, ref) {
    const t = useMessages(fieldsMessages)
    const [isShown, setShown] = useState(false)
    return (
      <TextField
        ref={ref}
        spellCheck={false}
        autoCapitalize="none"
        {...props}
        type={isShown ? 'text' : 'password'}
        end={
          <IconButton
            icon="eye"
            label={t.showPassword}
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
          />
        }
      />
    )
  },
)
