import type { Email } from '../../src/email/invitation/invitation-email.ts'

/** Frames take their colour scheme from the browser. A client in its dark mode would apply the rules for it. */
const inTheme = (html: string, theme: 'light' | 'dark') =>
  html.replace('(prefers-color-scheme:dark)', theme === 'dark' ? 'all' : 'not all')

/** A mail client's window: the head of an email, and one of its parts in a frame that runs nothing. */
export function EmailFrame({ email, part = 'html', theme = 'light' }: EmailFrameProps) {
  return (
    <article className="story-email" data-theme={theme} style={{ colorScheme: theme }}>
      <header className="story-email-head">
        <h3 className="story-email-subject">{email.subject}</h3>
        <p className="story-email-sender">
          {email.senderName} <span>invitations@acme.example</span>
        </p>
      </header>
      {part === 'html' ? (
        <iframe
          className="story-email-frame"
          title={`HTML of: ${email.subject}`}
          sandbox="allow-same-origin"
          srcDoc={inTheme(email.html, theme)}
        />
      ) : (
        <pre className="story-email-text">{email.text}</pre>
      )}
    </article>
  )
}

export interface EmailFrameProps {
  email: Email
  part?: 'html' | 'text'
  theme?: 'light' | 'dark'
}
