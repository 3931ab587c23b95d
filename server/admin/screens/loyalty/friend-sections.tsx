import { Select, SimpleGrid, Switch } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Problem } from '../../api.ts'
import { CountInput, MoneyInput } from '../../parts/amounts.tsx'
import { Card } from '../../parts/card.tsx'
import type { useDraft } from '../../parts/draft.ts'
import { useWords } from '../../words/words.ts'
import type { FriendValues } from './friends-draft.ts'
import type { Gift } from './level-fields.tsx'
import { PartTitle } from './part-title.tsx'

type Draft = Pick<ReturnType<typeof useDraft<FriendValues>>, 'values' | 'set' | 'number' | 'check'>
type Props = { draft: Draft; problem: Problem | null }

const Fields = ({ children }: { children: ReactNode }) => (
  <SimpleGrid cols={{ base: 1, md: 2 }} spacing={16}>
    {children}
  </SimpleGrid>
)

const refusedIn = (part: string, problem: Problem | null) => (field: string) =>
  problem?.field === `${part}.${field}` ? problem.message : undefined

/** Points for what customers do beside visits. */
export function ThanksSection({ draft, problem }: Props) {
  const { friendRules: words, programme } = useWords()
  const errorAt = refusedIn('actions', problem)
  const once = { suffix: programme.pointsUnit, description: words.once }
  return (
    <Card>
      <PartTitle title={words.actions} hint={words.actionsHint} />
      <Fields>
        <CountInput
          label={words.review}
          suffix={programme.pointsUnit}
          {...draft.number('thanksReview')}
          error={errorAt('review')}
        />
        <CountInput
          label={words.reviewsAMonth}
          suffix={words.reviewsUnit}
          min={1}
          max={31}
          {...draft.number('thanksReviewsAMonth')}
          error={errorAt('reviewsAMonth')}
        />
        <CountInput label={words.phone} {...once} {...draft.number('thanksPhone')} error={errorAt('phone')} />
        <CountInput
          label={words.birthdayTold}
          {...once}
          {...draft.number('thanksBirthday')}
          error={errorAt('birthday')}
        />
        <CountInput label={words.follow} {...once} {...draft.number('thanksFollow')} error={errorAt('follow')} />
      </Fields>
    </Card>
  )
}

/** What both sides have when a friend comes. */
export function ReferralSection({ draft, problem }: Props) {
  const { friendRules: words, programme, settings } = useWords()
  const errorAt = refusedIn('referral', problem)
  return (
    <Card>
      <PartTitle title={words.referral} hint={words.referralHint} />
      <Switch label={words.referralOn} mb={draft.values.hasReferral ? 16 : 0} {...draft.check('hasReferral')} />
      {draft.values.hasReferral && (
        <Fields>
          <CountInput
            label={words.referrerPoints}
            suffix={programme.pointsUnit}
            {...draft.number('referrerPoints')}
            error={errorAt('referrerPoints')}
          />
          <CountInput
            label={words.friendPoints}
            suffix={programme.pointsUnit}
            {...draft.number('friendPoints')}
            error={errorAt('friendPoints')}
          />
          <MoneyInput label={words.leastVnd} {...draft.number('referralLeastVnd')} error={errorAt('leastVnd')} />
          <CountInput
            label={words.waitDays}
            description={words.waitDaysHint}
            suffix={settings.daysUnit}
            max={90}
            {...draft.number('referralWaitDays')}
            error={errorAt('waitDays')}
          />
          <CountInput
            label={words.mostAYear}
            suffix={words.friendsUnit}
            min={1}
            {...draft.number('referralMostAYear')}
            error={errorAt('mostAYear')}
          />
        </Fields>
      )}
    </Card>
  )
}

/** What somebody has for their birthday; `gifts` are the offers that cost no points. */
export function BirthdaySection({ draft, problem, gifts }: Props & { gifts: Gift[] }) {
  const { friendRules: words, programme, settings } = useWords()
  const errorAt = refusedIn('birthday', problem)
  return (
    <Card>
      <PartTitle title={words.birthday} hint={words.birthdayHint} />
      <Switch label={words.birthdayOn} mb={draft.values.hasBirthday ? 16 : 0} {...draft.check('hasBirthday')} />
      {draft.values.hasBirthday && (
        <Fields>
          <CountInput
            label={words.birthdayPoints}
            suffix={programme.pointsUnit}
            {...draft.number('birthdayPoints')}
            error={errorAt('points')}
          />
          <Select
            label={words.birthdayOffer}
            placeholder={words.noOffer}
            clearable
            data={gifts.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.values.birthdayOfferId}
            onChange={(offerId) => draft.set('birthdayOfferId', offerId)}
            error={errorAt('offerId')}
          />
          <CountInput
            label={words.daysBefore}
            suffix={settings.daysUnit}
            max={30}
            {...draft.number('birthdayDaysBefore')}
            error={errorAt('daysBefore')}
          />
        </Fields>
      )}
    </Card>
  )
}

/** Beyond which points wait for somebody to look. */
export function HoldsSection({ draft, problem }: Props) {
  const { friendRules: words, programme } = useWords()
  const errorAt = refusedIn('holds', problem)
  return (
    <Card>
      <PartTitle title={words.holds} hint={words.holdsHint} />
      <Fields>
        <CountInput
          label={words.visitsADay}
          placeholder={programme.noCap}
          suffix={words.visitsUnit}
          {...draft.number('holdVisits')}
          error={errorAt('visitsADay')}
        />
        <CountInput
          label={words.pointsADay}
          placeholder={programme.noCap}
          suffix={programme.pointsUnit}
          {...draft.number('holdPoints')}
          error={errorAt('pointsADay')}
        />
      </Fields>
      <Switch mt={16} label={words.staffPhones} {...draft.check('holdStaffPhones')} />
    </Card>
  )
}
