import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, waitFor } from 'storybook/test'
import { JoinCompany } from '../../src/page/JoinCompany.tsx'
import type { StorageArea } from '../../src/state/environment/storage-area.ts'
import { expectSeen } from '../expect-seen.ts'
import { aJoinBackend } from './a-join-backend.ts'

function memory(): StorageArea {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

const meta: Meta<typeof JoinCompany> = {
  component: JoinCompany,
  title: 'Page/JoinCompany',
  args: { onOpen: fn(), onSignIn: fn() },
  loaders: [async () => ({ join: await aJoinBackend(), storage: memory() })],
  render: (args, { loaded }) => <JoinCompany {...args} api={loaded.join.api} storage={loaded.storage} />,
}
export default meta

type Story = StoryObj<typeof JoinCompany>

export const PastedLink: Story = {
  play: async ({ canvas, userEvent, args, loaded }) => {
    const field = await canvas.findByLabelText('Link from the email')
    await userEvent.click(field)
    await userEvent.paste(`https://support.acme.example/join#${loaded.join.token}`)
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }))
    const title = await canvas.findByRole('heading', { name: 'Join Acme Support' })
    await waitFor(() => expect(title).toHaveFocus())
    await userEvent.type(canvas.getByLabelText('Your name'), 'Lin Wei')
    await userEvent.type(canvas.getByLabelText('Password'), 'password-password')
    const join = canvas.getByRole('button', { name: 'Join Acme Support' })
    await userEvent.click(join)
    await waitFor(() =>
      expect(canvas.getByLabelText('Password')).toHaveAccessibleDescription(/Too many people/),
    )
    await expect(canvas.getByLabelText('Your name')).toHaveValue('Lin Wei')
    await expect(args.onOpen).not.toHaveBeenCalled()
    await userEvent.clear(canvas.getByLabelText('Password'))
    await userEvent.type(canvas.getByLabelText('Password'), 'four unrelated words')
    await userEvent.click(join)
    await waitFor(() => expect(args.onOpen).toHaveBeenCalledWith({ id: 'acme', name: 'Acme Support' }))
    await expect(canvas.getByRole('heading', { name: 'You’re in Acme Support' })).toHaveFocus()
  },
}

export const WithoutALink: Story = {
  play: async ({ canvas }) => {
    await expectSeen(await canvas.findByRole('heading', { name: 'This link is incomplete' }))
  },
}
