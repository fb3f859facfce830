import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import type { Email, InvitationEmail } from '../../src/email/invitation/invitation-email.ts'
import { writeInvitationEmail } from '../../src/email/invitation/write-invitation-email.ts'
import { anEmail } from './an-email.ts'
import { EmailFrame } from './EmailFrame.tsx'

const write = (changes: Partial<InvitationEmail> = {}, options = {}) =>
  writeInvitationEmail({ ...anEmail, ...changes }, options)

const meta: Meta<typeof EmailFrame> = {
  title: 'Email/Invitation',
  component: EmailFrame,
  args: { email: write() },
}
export default meta

type Story = StoryObj<typeof EmailFrame>

/** The body that the frame of a story shows. */
async function shownIn(canvasElement: HTMLElement): Promise<HTMLElement> {
  const frame = canvasElement.querySelector('iframe')
  await waitFor(() => expect(frame?.contentDocument?.querySelector('h1')).not.toBeNull(), {
    timeout: 10_000,
  })
  const body = frame?.contentDocument?.body
  if (!body) throw new Error('The frame shows no document.')
  return body
}

const colourOf = (element: Element | null) => element && getComputedStyle(element).backgroundColor

export const Light: Story = {
  play: async ({ canvasElement }) => {
    const body = await shownIn(canvasElement)
    await expect(colourOf(body.querySelector('.card'))).toBe('rgb(255, 255, 255)')
    await expect(colourOf(body.querySelector('.button'))).toBe('rgb(59, 91, 219)')
    await expect(body.querySelectorAll('a')).toHaveLength(2)
  },
}

export const Dark: Story = {
  args: { theme: 'dark' },
  play: async ({ canvasElement }) => {
    const body = await shownIn(canvasElement)
    await expect(colourOf(body.querySelector('.card'))).toBe('rgb(28, 30, 37)')
  },
}

export const PlainText: Story = { args: { part: 'text' } }

export const Branded: Story = {
  args: {
    email: write(
      { company: 'Pomelo', message: undefined },
      { brand: { accent: 'oklch(0.85 0.18 95)' }, timeZone: 'Europe/Lisbon' },
    ),
  },
}

export const BrandedDark: Story = { args: { ...Branded.args, theme: 'dark' } }

export const WithoutStyleSheet: Story = {
  name: 'In a client that drops style sheets',
  args: { email: { ...write(), html: write().html.replace(/<style>.*?<\/style>/s, '') } },
  play: async ({ canvasElement }) => {
    const button = (await shownIn(canvasElement)).querySelector('.button')
    await expect(colourOf(button)).toBe('rgb(255, 255, 255)')
    await expect(button && getComputedStyle(button).textDecorationLine).toBe('underline')
  },
}

export const RightToLeft: Story = {
  args: {
    email: write(
      {
        company: 'دعم أكمي',
        inviter: 'نورة الحربي',
        message: 'أهلاً وسهلاً!\nرابط الجدول: example.com',
      },
      { locale: 'ar' },
    ),
  },
  play: async ({ canvasElement }) => {
    const body = await shownIn(canvasElement)
    const card = body.querySelector('.card')
    await expect(card && getComputedStyle(card).direction).toBe('rtl')
  },
}

export const HostileNames: Story = {
  name: 'Names and a message that try to do harm',
  args: {
    email: write({
      company: '=?UTF-8?Q?Acme=0D=0AYour_password?=',
      inviter: `<b>Bank</b> https://evil.example ${'x'.repeat(1_200)}`,
      message: '-- \nYour account is locked: https://evil.example/login\u202e\u2028<script>alert(1)</script>',
    }),
  },
  play: async ({ canvasElement }) => {
    const body = await shownIn(canvasElement)
    await expect(body.querySelector('script, b')).toBeNull()
    await expect(body.scrollWidth).toBeLessThanOrEqual(body.ownerDocument.documentElement.clientWidth)
  },
}

/** A host's own template: any function from an invitation to the four parts of an email. */
const ownTemplate = ({ company, link }: InvitationEmail): Email => ({
  senderName: company,
  subject: `Your desk at ${company}`,
  text: `Your desk is ready:\n\n${link}\n`,
  html: `<!doctype html><html lang="en"><title>Your desk</title><body style="font:16px/24px sans-serif;padding:32px"><h1>Your desk is ready</h1><p><a href="${link}">Sit down</a></p></body></html>`,
})

export const OwnTemplate: Story = {
  name: 'A template of the host',
  args: { email: ownTemplate(anEmail) },
}
