import { answers, type Choice, type Permission } from './person.ts'

const style = `
  dialog { inset: auto 0 0; box-sizing: border-box; width: 100%; max-width: none; margin: 0; padding: 24px 16px;
    border: 0; border-radius: 16px 16px 0 0; font: 16px/1.5 system-ui, sans-serif; color: #1c1917; background: #fff }
  dialog::backdrop { background: rgb(0 0 0 / .5) }
  h2 { margin: 0 0 8px; font-size: 18px }
  ul { margin: 0 0 24px; padding-left: 20px; color: #57534e }
  form { display: flex; gap: 12px }
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
  root.innerHTML = `<style>${style}</style>
    <dialog aria-labelledby="title">
      <h2 id="title"></h2><ul></ul>
      <form method="dialog">
        <button class="no" value="deny">Từ chối</button><button class="yes" value="grant">Cho phép</button>
      </form>
    </dialog>`
  root.querySelector('h2')!.textContent = title
  root.querySelector('ul')!.append(...wanted.map(item))
  document.documentElement.append(host)
  const dialog = root.querySelector('dialog')!
  dialog.showModal()

  return new Promise<Choice>((resolve) => {
    dialog.addEventListener('close', () => {
      host.remove()
      resolve(dialog.returnValue === 'grant' ? 'grant' : 'deny')
    })
  })
}

function item(text: string) {
  const line = document.createElement('li')
  line.textContent = text
  return line
}
