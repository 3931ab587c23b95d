import { useWords } from '../../language.ts'
import { useMemberCard } from '../../member-card.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import './member-code.css'
import { Qr } from './qr.tsx'
import { useCode } from './use-code.ts'

type Card = NonNullable<ReturnType<typeof useMemberCard>['answer']>

/** The customer's code for the desk: to scan, or to read out. Works without a network once it was shown with one. */
export function MemberCode() {
  const words = useWords().memberCode
  const card = useMemberCard()
  return (
    <section className="member-code" aria-label={words.title}>
      {crypto.subtle ? (
        <Loaded of={card} shape={<Skeleton height={360} />}>
          {(known) => <Code card={known} />}
        </Loaded>
      ) : (
        <p>{words.impossible}</p>
      )}
    </section>
  )
}

function Code({ card }: { card: Card }) {
  const words = useWords().memberCode
  const { code, left } = useCode(card)
  if (!code) return <Skeleton height={360} />
  const at = String(card.number).length
  return (
    <>
      <Qr text={code.text} label={words.picture} />
      <div className="member-left" aria-hidden="true">
        <div style={{ width: `${Math.round(left * 100)}%` }} />
      </div>
      <p className="member-digits">
        <span className="unseen">{words.digits}</span>
        {inThrees(code.digits.slice(0, at))} <b>{inThrees(code.digits.slice(at))}</b>
      </p>
      <p className="small muted">{words.how}</p>
    </>
  )
}

const inThrees = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ' ')
