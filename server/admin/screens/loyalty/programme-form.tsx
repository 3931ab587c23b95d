import { Stack, Text } from '@mantine/core'
import type { Programme } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { useOffers } from '../offers/use-offers.ts'
import { CampaignsSection } from './campaigns-section.tsx'
import { CapsSection, EarningSection, ServicesSection } from './earning-sections.tsx'
import { BirthdaySection, HoldsSection, ReferralSection, ThanksSection } from './friend-sections.tsx'
import { KeepingSection } from './keeping-section.tsx'
import { type ProgrammeValues, programmeOf, valuesOf } from './programme-draft.ts'
import css from './programme-form.module.css'
import { Simulation } from './simulator.tsx'
import { MoneySection, RefundsSection, TermsSection } from './spending-sections.tsx'
import { TiersSection } from './tiers-section.tsx'

/** All rules on one page, kept as a whole; who may not change them sees the same, locked. */
export function ProgrammeForm({ version: { rules, at } }: { version: Programme }) {
  const words = useWords()
  const may = useMay()
  const { stamp } = useFormats()
  const save = useAct((values: ProgrammeValues) => answerOf(api.programme.$put({ json: programmeOf(values) })), {
    said: () => words.programme.saved,
  })
  const draft = useDraft<ProgrammeValues>(valuesOf(rules), save.error)
  const shared = { draft, problem: save.error }
  // What is given to who reaches a level costs no points.
  const gifts = (useOffers().data ?? []).filter(({ pointsCost }) => pointsCost === 0)
  const sections = (
    <>
      <EarningSection {...shared} />
      <ServicesSection {...shared} />
      <CampaignsSection {...shared} />
      <CapsSection {...shared} />
      <TiersSection {...shared} gifts={gifts} />
      <ThanksSection {...shared} />
      <ReferralSection {...shared} />
      <BirthdaySection {...shared} gifts={gifts} />
      <HoldsSection {...shared} />
      <KeepingSection {...shared} />
      <RefundsSection {...shared} />
      <MoneySection {...shared} />
      <TermsSection {...shared} />
    </>
  )
  if (!may('manager'))
    return (
      <fieldset disabled className={css.locked}>
        <Stack gap={16}>{sections}</Stack>
      </fieldset>
    )
  return (
    <Form onSubmit={() => save.mutate(draft.values)} busy={save.isPending}>
      <Text size="sm" c="dimmed">
        {words.programme.since(stamp(at))}
      </Text>
      {sections}
      <Simulation programme={programmeOf(draft.values)} />
      {save.error?.field && (
        <Text c="var(--bad)" role="alert" ta="right">
          {words.programme.misses}: {save.error.message}
        </Text>
      )}
      <Text size="sm" c="dimmed" ta="right">
        {words.programme.fromNow}
      </Text>
    </Form>
  )
}
