import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useAct } from '../../parts/act.tsx'
import { Sure } from '../../parts/sure.tsx'
import { useWords } from '../../words/words.ts'

type Props = {
  name: string
  words: { ended: (name: string) => string; endTitle: (name: string) => string; endWhy: string }
  end: () => Promise<unknown>
  onDone: () => void
}

/** Ends a card or a package for good, after asking. */
export function EndButton({ name, words, end, onDone }: Props) {
  const { cards } = useWords()
  const [asking, ask] = useDisclosure(false)
  const act = useAct(end, { said: () => words.ended(name), done: onDone })
  return (
    <>
      <Button variant="subtle" color="var(--bad)" mt={16} onClick={ask.open}>
        {cards.end}
      </Button>
      <Sure
        opened={asking}
        title={words.endTitle(name)}
        why={words.endWhy}
        doIt={cards.end}
        busy={act.isPending}
        onDo={() => act.mutate(undefined)}
        onClose={ask.close}
      />
    </>
  )
}
