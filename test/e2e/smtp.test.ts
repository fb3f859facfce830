import { simpleParser } from 'mailparser'
import { afterAll, describe, expect, it } from 'vitest'
import { listenForMail, type MailServer } from '../backend/node/email/start-mail-server.ts'
import { aDemo, amara, mateo } from './demo-browser.ts'
import { inviteByPaste, joinAsNewPerson, unique } from './inviting.ts'

let server: MailServer
/** Recipients that the server hasn't taken yet. */
const held: (() => void)[] = []
let isHolding = false

const { openTab, openAs, killAndRestart, address } = aDemo(async () => {
  server = await listenForMail({
    onRcptTo(_address, _session, done) {
      if (isHolding) held.push(() => done())
      else done()
    },
  })
  return { SMTP_URL: server.url, MAIL_FROM: 'invitations@acme.example' }
})

afterAll(() => server.close())

const to = (email: string) => server.arrived.filter((mail) => mail.to.includes(email))
/** The link as a mail client finds it in the decoded text of the raw message. */
async function linkTo(email: string): Promise<string> {
  await expect.poll(() => to(email), { timeout: 30_000 }).toHaveLength(1)
  const { text = '' } = await simpleParser(to(email)[0]?.raw ?? '')
  return text.split('\n').find((line) => line.startsWith(`${address()}/join#`)) ?? ''
}

describe('a mail server besides the demo', { timeout: 240_000 }, () => {
  it('gets an email for each of three pasted people, whose links join them', async () => {
    const page = await openAs(amara)
    const emails = ['lin.wei', 'karel.novak', 'ama.mensah'].map(unique)
    await inviteByPaste(page, emails.join('\n'), 3)
    const links = await Promise.all(emails.map(linkTo))
    expect(new Set(links).size).toBe(3)
    for (const email of emails)
      expect(to(email)[0]).toMatchObject({ from: 'invitations@acme.example', to: [email] })
    const joining = await openTab()
    await joining.goto(links[1] ?? '')
    await joinAsNewPerson(joining, 'Karel Novák')
  })

  it('leads an account of another company to both', async () => {
    const page = await openAs(amara, '/borealis/settings/users')
    await inviteByPaste(page, mateo.email, 1)
    const joining = await openAs(mateo)
    await joining.goto(await linkTo(mateo.email))
    await joining.getByRole('button', { name: 'Join and switch company' }).click()
    await joining.waitForURL('**/borealis/settings/users')
  })

  it('gets the email once, if the backend is killed between the commit and the sending', async () => {
    isHolding = true
    const page = await openAs(amara)
    const email = unique('killed')
    await inviteByPaste(page, email, 1)
    await expect.poll(() => held.length, { timeout: 30_000 }).toBe(1)
    await killAndRestart()
    expect(to(email)).toEqual([])
    isHolding = false
    await linkTo(email)
    for (const release of held.splice(0)) release()
    const settled = async () => {
      const answer = await page.request.get(`${address()}/v1/invitations?search=${email}`, {
        maxRetries: 1,
        headers: { 'Roster-Company': 'acme' },
      })
      return JSON.stringify(await answer.json())
    }
    await expect.poll(settled, { timeout: 30_000 }).toContain('"state":"sent"')
    expect(to(email)).toHaveLength(1)
  })
})
