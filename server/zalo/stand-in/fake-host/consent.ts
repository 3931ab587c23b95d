import { answers, type Choice, type Permission } from './person.ts'

const style = `
  :host { position: fixed; inset: 0; z-index: 2147483647; font: 16px/1.5 system-ui, sans-serif; color: #1c1917 }
  div { position: absolute; inset: 0; background: rgb(0 0 0 / .5) }
  section { position: absolute; inset: auto 0 0; padding: 24px 16px; background: #fff; border-radius: 16px 16px 0 0 }
  h2 { margin: 0 0 8px; font-size: 18px }
  p, ul { margin: 0 0 16px; color: #57534e }
  ul { padding-left: 20px }
  footer { display: flex; gap: 12px }
  button { flex: 1; min-height: 48px; border: 0; border-radius: 24px; font: inherit; font-weight: 600; cursor: pointer }
  button:focus-visible { outline: 3px solid #1c1917; outline-offset: 2px }
  .no { background: #e7e5e4; color: #1c1917 }
  .yes { background: #0a5fd7; color: #fff }`

/** The person's answer to a request for these permissions: the one set beforehand, or given on Zalo's own sheet. */
export async function consent(permissions: Permission[], title: string, wanted: string[]): Promise<Choice> {
  const set = permissions.map((permission) => answers[permission])
  for (const choice of ['silent', 'deny', 'ask'] as const) {
    if (set.includes(choice)) return choice === 'ask' ? sheet(title, wanted) : choice
  }
  return 'grant'
}

/** A sheet over the Mini App, out of reach of its styles. */
function sheet(title: string, wanted: string[]) {
  const host = document.createElement('zalo-consent')
  const root = host.attachShadow({ mode: 'open' })
  root.innerHTML = `<style>${style}</style><div></div>
    <section role="dialog" aria-modal="true" aria-labelledby="title">
      <h2 id="title"></h2><ul></ul>
      <p>Zalo giả lập: bạn có thể đổi ý bất cứ lúc nào.</p>
      <footer><button class="no">Từ chối</button><button class="yes">Cho phép</button></footer>
    </section>`
  root.querySelector('h2')!.textContent = title
  root.querySelector('ul')!.append(...wanted.map(item))
  document.documentElement.append(host)
  const before = document.activeElement
  root.querySelector<HTMLElement>('.yes')!.focus()

  return new Promise<Choice>((resolve) => {
    const close = (choice: Choice) => {
      host.remove()
      if (before instanceof HTMLElement) before.focus()
      resolve(choice)
    }
    root.querySelector('.yes')!.addEventListener('click', () => close('grant'))
    root.querySelector('.no')!.addEventListener('click', () => close('deny'))
    host.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close('deny')
    })
  })
}

function item(text: string) {
  const line = document.createElement('li')
  line.textContent = text
  return line
}
