import { type ComponentPropsWithoutRef, forwardRef, useState } from 'react'
import { classNames } from '../element/class-names.ts'
import { Icon } from '../icon/Icon.tsx'
import { hue } from './hue.ts'
import { initials } from './initials.ts'

/** Props of {@link Avatar}. Other props are passed to its root element. */
export interface AvatarProps extends ComponentPropsWithoutRef<'span'> {
  /** The person's id. The colour is derived from it, so it stays the same when the name changes. */
  personId: string
  name: string
  /** The address of a picture. If it can't be loaded, the initials are shown. */
  src?: string
  /** 48 px, the size of the row's avatar, 24 px or 20 px. @default 'medium' */
  size?: 'large' | 'medium' | 'small' | 'tiny'
  /** Shows a dot: a disc for `online`, a ring for `away`. Omit it and there is no dot. */
  presence?: 'online' | 'away'
  /** The dot's text for screen readers. */
  presenceLabel?: string
}

/** A person's picture or initials. Screen readers only read the presence, since the name is beside the avatar. */
export const Avatar = forwardRef<HTMLSpanElement, AvatarProps>(function Avatar(
  { personId, name, src, size = 'medium', presence, presenceLabel, className, ...rest },
  ref,
) {
  const [broken, setBroken] = useState<string>()
  const showsPicture = src && src !== broken
  return (
    <span
      ref={ref}
      className={classNames('roster-avatar', className)}
      data-size={size}
      data-hue={hue(personId)}
      data-presence={presence}
      {...(presenceLabel ? { role: 'img', 'aria-label': presenceLabel } : { 'aria-hidden': true })}
      {...rest}
    >
      {showsPicture ? (
        <img
          // In server output the picture may have failed before React added its listeners.
          ref={(image) => {
            if (image?.complete && image.naturalWidth === 0) setBroken(src)
          }}
          className="roster-avatar-image"
          src={src}
          alt=""
          loading="lazy"
          onError={() => setBroken(src)}
        />
      ) : (
        initials(name) || <Icon name="user" size={size === 'tiny' ? 'tiny' : 'small'} />
      )}
    </span>
  )
})
