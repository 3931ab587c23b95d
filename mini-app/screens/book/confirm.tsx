import { formatVnd } from '../../../shared/money.ts'
import { answerOf } from '../../answer.ts'
import { api, type Service } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useDraft } from '../../draft.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { Card, Empty } from '../../parts/card.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Field } from '../../parts/field.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { navigate } from '../../router.ts'
import type { ScreenProps } from '../../routes.tsx'
import { useShop } from '../../shop.ts'
import './confirm.css'
import { PhoneOffer } from './phone-offer.tsx'

export function Confirm({ params, query }: ScreenProps) {
  const words = useWords()
  const service = useShop().services.find(({ id }) => id === params.serviceId)
  const at = query.get('at') ?? ''
  if (service && !Number.isNaN(Date.parse(at))) {
    return <Wish service={service} staffId={query.get('staff')} startsAt={at} />
  }
  return (
    <Screen title={words.confirm.title} above="/services">
      <Empty title={words.book.gone}>
        <LinkButton to="/services">{words.book.choose}</LinkButton>
      </Empty>
    </Screen>
  )
}

type WishProps = { service: Service; staffId: string | null; startsAt: string }

/** All that is about to be agreed, on one screen. The number is asked for here, where it is of use, and may be refused. */
function Wish({ service, staffId, startsAt }: WishProps) {
  const words = useWords()
  const shop = useShop()
  const days = useDays()
  const [clock, day] = [days.clock(startsAt), days.dayOf(startsAt)]
  const wish = useDraft(`booking ${service.id} ${staffId ?? ''} ${startsAt}`, { note: '' })
  const choices = `/book/${service.id}?${new URLSearchParams({ ...(staffId && { staff: staffId }), day })}`

  const book = useAct(async () => {
    wish.hold()
    const { id, note } = wish.draft
    const json = { id, serviceId: service.id, staffId, startsAt, ...(note.trim() && { note: note.trim() }) }
    const booking = await answerOf(api.bookings.$post({ json }))
    wish.finish()
    navigate(`/bookings/${booking.id}/done`, { replace: true })
  })

  const facts = [
    {
      icon: 'calendar',
      label: words.confirm.when,
      text: words.at(clock, days.fullDay(day)),
      more: words.minutes(service.durationMinutes),
    },
    {
      icon: 'user',
      label: words.confirm.who,
      text: shop.staff.find(({ id }) => id === staffId)?.name ?? words.book.anyone,
    },
    { icon: 'place', label: words.confirm.where, text: shop.name, more: shop.address },
  ] as const

  return (
    <Screen
      title={words.confirm.title}
      above={choices}
      foot={
        <>
          <ActProblem of={book} />
          {book.problem?.kind === 'refusal' ? (
            <LinkButton to={choices} wide>
              {words.confirm.otherTime}
            </LinkButton>
          ) : (
            <Button wide busy={book.busy} onPress={book.run}>
              {words.confirm.button(clock, days.weekday(day))}
            </Button>
          )}
        </>
      }
    >
      <Card>
        <div className="confirm-what">
          <h2>{service.name}</h2>
          <p>{formatVnd(service.priceVnd)}</p>
        </div>
        <Facts of={[...facts]} />
        <p className="small muted">{words.confirm.policy(shop.cancelHours)}</p>
      </Card>
      <PhoneOffer />
      <Field
        label={words.confirm.note}
        placeholder={words.confirm.notePlaceholder}
        value={wish.draft.note}
        maxLength={500}
        lines={2}
        onChange={(note) => wish.change({ note })}
      />
    </Screen>
  )
}
