import { isUnreadable, type RowSource } from '../../../src/base/row-source.ts'
import type { User } from '../../../src/contract/users.ts'
import { createPeople, type People } from '../people.ts'
import type { Subject } from '../subject.ts'
import { rowHeight, rowMarkup, viewport } from './row-markup.ts'

/** A list written by hand against the DOM: no framework, no accessibility beyond native elements. The limit. */
class BareList {
  readonly scroller: HTMLElement
  readonly #space: HTMLElement
  readonly #rows: HTMLElement[] = []
  readonly #shown: (User | undefined)[] = []
  readonly #selected = new Set<string>()
  readonly #people: People
  #source: RowSource<User>
  #search = ''
  #descending = false

  constructor(root: HTMLElement, people: People) {
    this.#people = people
    root.innerHTML = `<input type="search"><div data-column="name"><button type="button">Name</button></div>
      <div class="bare-scroll"><div class="bare-space"></div></div>`
    this.scroller = root.querySelector('.bare-scroll') as HTMLElement
    this.#space = root.querySelector('.bare-space') as HTMLElement
    this.#source = people.select('', false)
    root.querySelector('input')?.addEventListener('input', (event) => {
      this.#search = (event.target as HTMLInputElement).value
      this.#load()
    })
    root.querySelector('button')?.addEventListener('click', () => {
      this.#descending = !this.#descending
      this.#load()
    })
    this.scroller.addEventListener('scroll', () => this.#draw())
    this.#space.addEventListener('change', (event) => this.#toggle(event.target as HTMLInputElement))
    this.#load()
  }

  #load() {
    this.#source = this.#people.select(this.#search, this.#descending)
    this.#space.style.height = `${Math.min(this.#source.total * rowHeight, 8_000_000)}px`
    this.#draw()
  }

  #toggle(input: HTMLInputElement) {
    const id = this.#shown[this.#rows.indexOf(input.closest('.bare-row') as HTMLElement)]?.id ?? ''
    if (!this.#selected.delete(id)) this.#selected.add(id)
    input.closest('.bare-row')?.toggleAttribute('data-selected', this.#selected.has(id))
  }

  #draw() {
    const { scrollTop } = this.scroller
    const { total } = this.#source
    const height = Math.min(total * rowHeight, 8_000_000)
    const scale = total * rowHeight > height ? (total * rowHeight - viewport) / (height - viewport) : 1
    const first = Math.floor((scrollTop * scale) / rowHeight)
    const drawn = Math.ceil(viewport / rowHeight) + 1
    for (let offset = 0; offset < drawn; offset += 1) {
      const index = first + offset
      const slot = index % drawn
      let row = this.#rows[slot]
      if (!row) {
        const template = document.createElement('template')
        template.innerHTML = rowMarkup
        row = template.content.firstElementChild as HTMLElement
        this.#rows[slot] = row
        this.#space.append(row)
      }
      row.style.transform = `translateY(${scrollTop - ((scrollTop * scale) % rowHeight) + offset * rowHeight}px)`
      const found = this.#source.at(index)
      const user = isUnreadable(found) ? undefined : found
      row.hidden = user === undefined
      if (!user || this.#shown[slot] === user) continue
      this.#shown[slot] = user
      this.#fill(row, user)
    }
  }

  #fill(row: HTMLElement, user: User) {
    const set = (name: string, text: string) => {
      const element = row.querySelector(`.bare-${name}`)
      if (element) element.textContent = text
    }
    const check = row.querySelector('input')
    if (check) check.checked = this.#selected.has(user.id)
    row.toggleAttribute('data-selected', this.#selected.has(user.id))
    set('avatar', user.name.slice(0, 1))
    set('name', user.name)
    set('email', user.email)
    set('role', user.role.name)
    set('time', user.lastActiveAt?.slice(0, 10) ?? '')
    const chips = (user.teams ?? []).map(({ name }) => {
      const chip = document.createElement('span')
      chip.className = 'bare-chip'
      chip.textContent = name
      return chip
    })
    row.querySelector('.bare-teams')?.replaceChildren(...chips)
  }
}

const subject: Subject = {
  mount: (root, people) => void new BareList(root, people),
  scroller: (root) => root.querySelector('.bare-scroll') as HTMLElement,
}

Object.assign(window, { createPeople, subject })
