import { useState } from 'react'
import { formatNumber, formatVnd } from '../../../shared/money.ts'
import { answerOf } from '../../answer.ts'
import { api, type Entry, until } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { useAct, useLoad } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { Empty } from '../../parts/card.tsx'
import { ActProblem, Loaded } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import type { ScreenProps } from '../../routes.tsx'
import { isStay } from '../points/history.tsx'
import '../points/points.css'
import './wallets.css'
import { useWallets } from './wallets.tsx'

/** As many come at once. */
const page = 50

/** What came and went in one wallet, the newest first. */
export function WalletHistory({ params }: ScreenProps) {
  const { wallets: words } = useWords()
  const wallet = params.wallet!
  const known = useWallets().answer
  const [kind, id] = wallet.split(':')
  const name =
    known?.stamps.find(({ cardId }) => cardId === id)?.name ?? known?.packages.find((each) => each.id === id)?.name
  const load = useLoad(`wallet ${wallet}`, (signal) =>
    answerOf(api.wallets[':wallet'].entries.$get({ param: { wallet }, query: {} }, until(signal))),
  )
  const titles = { stamps: words.stamps, package: words.packages, credit: words.credit }
  return (
    <Screen title={name ?? titles[kind as keyof typeof titles]} above="/points">
      <Loaded of={load} shape={<Skeletons count={4} height={64} />}>
        {(newest) => <Entries key={newest[0]?.id} wallet={wallet} newest={newest} />}
      </Loaded>
    </Screen>
  )
}

function Entries({ wallet, newest }: { wallet: string; newest: Entry[] }) {
  const words = useWords()
  const [before, keep] = useState<Entry[]>([])
  const [isAll, end] = useState(newest.length < page)
  const entries = [...newest, ...before]
  const more = useAct(async () => {
    const { at, id } = entries[entries.length - 1]!
    const next = await answerOf(api.wallets[':wallet'].entries.$get({ param: { wallet }, query: { at, id } }))
    keep([...before, ...next])
    end(next.length < page)
  })
  if (entries.length === 0) return <Empty title={words.wallets.empty} words={words.wallets.emptyWords} />
  return (
    <>
      <ul className="entries">
        {entries.map((entry) => (
          <OneEntry key={entry.id} kind={wallet.split(':')[0]!} entry={entry} />
        ))}
      </ul>
      <ActProblem of={more} />
      {!isAll && (
        <Button look="soft" busy={more.busy} onPress={more.run}>
          {words.pointsScreen.older}
        </Button>
      )}
    </>
  )
}

function OneEntry({ kind, entry: { reason, points, about, at } }: { kind: string; entry: Entry }) {
  const words = useWords()
  const days = useDays()
  const said = words.wallets.reasons[kind as 'stamps' | 'package' | 'credit'][reason]
  const amount = kind === 'credit' ? formatVnd(Math.abs(points)) : formatNumber(Math.abs(points))
  return (
    <li className="entry">
      <span className="entry-words">
        {said ?? words.pointsScreen.reasons[reason as keyof typeof words.pointsScreen.reasons]}
        <span className="small muted">
          {about && `${about} · `}
          {days.day(days.dayOf(at))}
        </span>
      </span>
      {isStay(reason) || points === 0 ? (
        <b className="muted">{amount}</b>
      ) : (
        <b className={points > 0 ? 'points-up' : 'points-down'}>{`${points > 0 ? '+' : '−'}${amount}`}</b>
      )}
    </li>
  )
}
