/** How the person of this phone answers when the Mini App asks for something; `silent` is a Zalo that never answers. */
export type Choice = 'ask' | 'grant' | 'deny' | 'silent'

export type Permission = 'phone' | 'userInfo' | 'follow'

const choices: Choice[] = ['ask', 'grant', 'deny', 'silent']

/** Who holds the phone. Given by the page's first address, and kept when the Mini App moves on to another one. */
export const personKey = kept('person') ?? 'lan'

/** What the person answers; the pretend phone may change it while the Mini App runs. */
export const answers: Record<Permission, Choice> = {
  phone: choiceOf('phone'),
  userInfo: choiceOf('userInfo'),
  follow: choiceOf('follow'),
}

/** Asks the stand-in on behalf of this person. */
export async function askStandIn<T>(path: string, body?: object): Promise<T> {
  const answer = await fetch(`/stand-in/host/${personKey}/${path}`, {
    method: path === 'setting' ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`the stand-in answered ${answer.status} to ${path}`)
  return answer.json()
}

function choiceOf(permission: Permission): Choice {
  const given = kept(permission)
  return choices.find((choice) => choice === given) ?? 'ask'
}

function kept(name: string) {
  const given = new URLSearchParams(location.search).get(name)
  if (given) sessionStorage.setItem(`fake-host:${name}`, given)
  return given ?? sessionStorage.getItem(`fake-host:${name}`) ?? undefined
}
