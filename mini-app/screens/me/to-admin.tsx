import { adminPage } from '../../host.ts'
import { useWords } from '../../language.ts'
import { Card } from '../../parts/card.tsx'
import { OutLink } from '../../parts/out-link.tsx'
import { Screen } from '../../parts/screen.tsx'
import type { ScreenProps } from '../../routes.tsx'

/** Messages of Zalo lead to the app alone; from here the shop's own people go on to their page. */
export function ToAdmin({ query }: ScreenProps) {
  const words = useWords().owner
  return (
    <Screen title={words.toAdmin} above="/">
      <Card>
        <p>{words.adminWhy}</p>
        <OutLink url={adminPage(query.get('to') ?? '/')} icon="next">
          {words.openAdmin}
        </OutLink>
      </Card>
    </Screen>
  )
}
