import { useWords } from '../../language.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Empty } from '../../parts/card.tsx'
import { Screen } from '../../parts/screen.tsx'
import type { ScreenProps } from '../../routes.tsx'
import { useShop } from '../../shop.ts'
import { wishIn } from '../../wish.ts'
import { ConfirmVisit } from './confirm-visit.tsx'

export function Confirm({ query }: ScreenProps) {
  const words = useWords()
  const wish = wishIn(query, useShop())
  const at = query.get('at') ?? ''
  if (wish.parts.length > 0 && !Number.isNaN(Date.parse(at))) return <ConfirmVisit wish={wish} startsAt={at} />
  return (
    <Screen title={words.confirm.title} above="/services">
      <Empty title={words.book.gone}>
        <LinkButton to="/services">{words.book.choose}</LinkButton>
      </Empty>
    </Screen>
  )
}
