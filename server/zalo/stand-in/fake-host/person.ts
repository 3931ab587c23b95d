/** How the person of this phone answers when the Mini App asks for something; `silent` is a Zalo that never answers. */
export type Choice = 'ask' | 'grant' | 'deny' | 'silent'

export type Permission = 'phone' | 'userInfo' | 'follow'

const choices: Choice[] = ['ask', 'grant', 'deny', 'silent']

/** What the page's first address said; kept in the window's name, which outlives the Mini App's own addresses. */
const given = new URLSearchParams(location.search.includes('person=') ? location.search : window.name)
window.name = String(given)

/** Who holds the phone. */
export const personKey = given.get('person') ?? 'lan'

/** What this person answers. */
export const answers: Record<Permission, Choice> = {
  phone: choiceOf('phone'),
  userInfo: choiceOf('userInfo'),
  follow: choiceOf('follow'),
}

/** The person decides otherwise from now on. */
export function answerOtherwise(next: Record<Permission, Choice>) {
  Object.assign(answers, next)
  for (const [permission, choice] of Object.entries(next)) given.set(permission, choice)
  window.name = String(given)
}

/** Asks the stand-in on behalf of this person. */
export async function askStandIn<T>(path: string, body?: object): Promise<T> {
  const answer = await fetch(`/stand-in/host/${personKey}/${path}`, {
    method: body || !/^(setting|orders)/.test(path) ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`the stand-in answered ${answer.status} to ${path}`)
  return answer.json()
}

function choiceOf(permission: Permission): Choice {
  return choices.find((choice) => choice === given.get(permission)) ?? 'ask'
}
