/** Someone with a phone. The two Zalo ids are of different namespaces, and larger than a safe integer. */
export interface Person {
  key: string
  name: string
  /** 84 and nine digits. */
  phone: string
  hasZalo: boolean
  appUserId: string
  oaUserId: string
  follows: boolean
  /** May receive messages sent in development mode. */
  isAdmin: boolean
  avatarUrl: string
  /** When they last followed, wrote or tapped; opens the window for consultation messages. */
  lastActionAt: Date | undefined
  /** What they let the Mini App know. */
  consents: Set<Scope>
  openedAppAt: Date | undefined
  /** Agreed to be sent notifications by the Mini App. */
  takesNotifications: boolean
}

export type Scope = 'scope.userInfo' | 'scope.userPhonenumber'

/** The same five people each time. */
export function createPeople(): Person[] {
  return [
    person(1, 'lan', 'Nguyễn Thị Lan', '84912345678', '#0F766E', { follows: true }),
    person(2, 'minh', 'Trần Văn Minh', '84987654321', '#1D4ED8'),
    person(3, 'yen', 'Lê Hoàng Yến', '84903111222', '#9D174D', { follows: true }),
    person(4, 'bao', 'Phạm Quốc Bảo', '84938444555', '#92400E', { isAdmin: true }),
    person(5, 'hoa', 'Đỗ Thị Hoa', '84977888999', '#57534E', { hasZalo: false }),
  ]
}

function person(
  n: number,
  key: string,
  name: string,
  phone: string,
  color: string,
  more: Partial<Person> = {},
): Person {
  return {
    key,
    name,
    phone,
    hasZalo: true,
    appUserId: `350987654321098765${n}`,
    oaUserId: `772345678901234567${n}`,
    follows: false,
    isAdmin: false,
    avatarUrl: avatar(name, color),
    lastActionAt: undefined,
    consents: new Set(),
    openedAppAt: undefined,
    takesNotifications: false,
    ...more,
  }
}

function avatar(name: string, color: string) {
  const initials = name.split(' ').map((word) => word[0])
  const text = `${initials[0]}${initials.at(-1)}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" fill="${color}"/><text x="48" y="60" font-family="sans-serif" font-size="36" fill="#fff" text-anchor="middle">${text}</text></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
