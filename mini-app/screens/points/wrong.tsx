import { useState } from 'react'
import { useWords } from '../../language.ts'
import { Button } from '../../parts/button.tsx'
import { ReachShop } from '../../parts/reach-shop.tsx'
import { Sheet } from '../../parts/sheet.tsx'

/** Who doubts an entry is one press away from the shop. */
export function Wrong() {
  const words = useWords()
  const [isOpen, open] = useState(false)
  return (
    <>
      <Button look="plain" icon="message" onPress={() => open(true)}>
        {words.why.wrong}
      </Button>
      {isOpen && (
        <Sheet title={words.why.wrong} onClose={() => open(false)}>
          <p className="muted">{words.why.wrongWords}</p>
          <ReachShop />
          <Button look="plain" wide onPress={() => open(false)}>
            {words.close}
          </Button>
        </Sheet>
      )}
    </>
  )
}
