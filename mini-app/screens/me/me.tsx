import { answerOf } from '../../answer.ts'
import type { Me as Myself } from '../../api.ts'
import { api, until } from '../../api.ts'
import { useWords } from '../../language.ts'
import { type Loading, useLoad } from '../../load.ts'
import { Link } from '../../parts/button.tsx'
import { Icon, type IconName } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { useShop } from '../../shop.ts'
import { IRunThis } from './i-run-this.tsx'
import { LanguageChoice } from './language-choice.tsx'
import './me.css'
import { MyBirthday } from './my-birthday.tsx'
import { MyCalendar } from './my-calendar.tsx'
import { MyMessages } from './my-messages.tsx'
import { MyName } from './my-name.tsx'
import { MyPhone } from './my-phone.tsx'
import { MyPhotos } from './my-photos.tsx'
import { ShopCard } from './shop-card.tsx'

export function Me() {
  const words = useWords()
  const { sellsProducts } = useShop()
  const me: Loading<Myself> = useLoad('me', (signal) => answerOf(api.me.$get({}, until(signal))))
  return (
    <Screen title={words.me.title}>
      <nav className="me-links" aria-label={words.me.title}>
        <MeLink to="/bookings" icon="calendar" text={words.me.bookings} />
        {sellsProducts && <MeLink to="/orders" icon="bag" text={words.orders.title} />}
        <MeLink to="/feedback" icon="star" text={words.me.feedback} />
      </nav>
      <Loaded
        of={me}
        shape={
          <>
            <Skeleton height={180} />
            <Skeleton height={150} />
          </>
        }
      >
        {(known) => (
          <>
            <MyName key={known.id} name={known.name} onSaved={me.again} />
            <MyPhone phone={known.phone} onChanged={me.again} />
            <MyBirthday key={known.birthday?.day} birthday={known.birthday} onSaved={me.again} />
            <MyMessages me={known} onChanged={me.again} />
            <MyPhotos me={known} onChanged={me.again} />
            <MyCalendar />
          </>
        )}
      </Loaded>
      <LanguageChoice />
      <ShopCard followsOa={me.answer?.followsOa} onFollowed={me.again} />
      <IRunThis />
    </Screen>
  )
}

function MeLink({ to, icon, text }: { to: string; icon: IconName; text: string }) {
  return (
    <Link to={to} className="me-link">
      <Icon name={icon} />
      <span>{text}</span>
      <Icon name="next" size={20} />
    </Link>
  )
}
